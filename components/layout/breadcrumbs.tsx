export type Crumb = { path: string; label: string };

/** The way up, as links of 44 px; nothing on a page of the first level. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  if (crumbs.length === 0) return null;
  return (
    <nav aria-label="Breadcrumb" className="print:hidden">
      <ol className="flex flex-wrap gap-x-2 pt-2">
        {crumbs.map(({ path, label }, index) => (
          <li key={path} className="flex min-w-0 items-center gap-x-2">
            {index > 0 && (
              <span aria-hidden="true" className="text-muted">
                ›
              </span>
            )}
            <a href={path} className="link inline-flex min-h-11 min-w-0 items-center break-words">
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
