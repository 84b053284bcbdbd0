import type { ReactNode } from "react";

type Props = { title: string; lead?: ReactNode; wide?: boolean; children?: ReactNode };

/** A page's heading and its column: narrow for reading, wide for tables and maps. */
export function Page({ title, lead, wide = false, children }: Props) {
  return (
    <div className="shell py-8 sm:py-12">
      <div className={wide ? "" : "measure"}>
        <h1 className="mb-4 text-4xl leading-tight sm:text-[2.75rem]">{title}</h1>
        {lead && <p className="measure mb-8 text-xl leading-relaxed text-muted">{lead}</p>}
        {children}
      </div>
    </div>
  );
}
