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
  return (
    <div className={dense ? "shell py-4" : "shell py-8 sm:py-12"}>
      {crumbs.length > 0 && (
        <div className={dense ? "mb-1" : "-mt-6 mb-4 sm:-mt-10"}>
          <Breadcrumbs crumbs={crumbs} />
        </div>
      )}
      <div className={wide ? "" : "measure"}>
        <h1 className={dense ? "mb-1 text-2xl leading-tight" : "mb-4 text-4xl leading-tight sm:text-[2.75rem]"}>
          {title}
        </h1>
        {lead && (
          <p className={dense ? "mb-2 text-muted" : "measure mb-8 text-xl leading-relaxed text-muted"}>{lead}</p>
        )}
        {children}
      </div>
    </div>
  );
}
