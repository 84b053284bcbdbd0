/** 404: it is not there, or not for everybody to see. */
export const notFound = () => Response.json({ error: "There is nothing at this address." }, { status: 404 });

/** 400, with what is wrong. */
export const badRequest = (error: string) => Response.json({ error }, { status: 400 });
