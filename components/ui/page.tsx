import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "@/components/layout/breadcrumbs";

type Props = {
  title: string;
  lead?: ReactNode;
  wide?: boolean;
  dense?: boolean;
  /** The pages above a hydrated page; for all others the layout shows them. */
  crumbs?: readonly Crumb[];
  children?: ReactNode;
};

/** A page's heading and its column: narrow for reading, wide for tables and maps. `dense`: for desks and long forms. */
export function Page({ title, lead, wide = false, dense = false, crumbs = [], children }: Props) {
  const size = dense ? "dense" : wide ? "wide" : "reading";
  return (
    <div className={`shell ${padding[size]}`}>
      {crumbs.length > 0 && (
        <div className={crumbMargins[size]}>
          <Breadcrumbs crumbs={crumbs} />
        </div>
      )}
      <div className={wide ? "" : "measure"}>
        <h1 className={headings[size]}>{title}</h1>
        {lead && <p className={leads[size]}>{lead}</p>}
        {children}
      </div>
    </div>
  );
}

const padding = { dense: "py-4", wide: "py-8", reading: "py-8 sm:py-12" };
const crumbMargins = { dense: "mb-1", wide: "-mt-6 mb-4", reading: "-mt-6 mb-4 sm:-mt-10" };
const headings = {
  dense: "mb-1 text-2xl leading-tight",
  wide: "mb-2 text-3xl leading-tight sm:text-4xl",
  reading: "mb-4 text-4xl leading-tight sm:text-[2.75rem]",
};
const leads = {
  dense: "mb-2 text-muted",
  wide: "mb-4 text-lg text-muted",
  reading: "measure mb-8 text-xl leading-relaxed text-muted",
};
