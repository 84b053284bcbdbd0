import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "@/components/layout/breadcrumbs";

type Props = {
  title: string;
  lead?: ReactNode;
  wide?: boolean;
  /** The pages above a hydrated page; for all others the layout shows them. */
  crumbs?: readonly Crumb[];
  children?: ReactNode;
};

/** A page's heading and its column: narrow for reading, wide for tables and maps. */
export function Page({ title, lead, wide = false, crumbs = [], children }: Props) {
  return (
    <div className="shell py-8 sm:py-12">
      {crumbs.length > 0 && (
        <div className="-mt-6 mb-4 sm:-mt-10">
          <Breadcrumbs crumbs={crumbs} />
        </div>
      )}
      <div className={wide ? "" : "measure"}>
        <h1 className="mb-4 text-4xl leading-tight sm:text-[2.75rem]">{title}</h1>
        {lead && <p className="measure mb-8 text-xl leading-relaxed text-muted">{lead}</p>}
        {children}
      </div>
    </div>
  );
}
