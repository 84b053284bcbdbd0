// Where a form was drawn, and for whom. A hidden field of each form holds this, so that what was typed finds its way back
// when it could not be taken. It comes from the browser: it grants nothing.

export const formOriginField = "$form";

export type FormOrigin = {
  /** The address of its page, with the query. */
  page: string;
  /** Which form of the page; "" where there is one. */
  name: string;
  /** Whom it was drawn for: see `formOwner`; "" for a visitor. */
  owner: string;
};

export const encodeFormOrigin = ({ page, name, owner }: FormOrigin): string =>
  new URLSearchParams({ page, name, owner }).toString();

/** In the query of a page that somebody opens from /unsent: such a page does not lead back there. */
export const unsentParam = "unsent";
