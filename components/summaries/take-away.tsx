/** The same page to take along: to print, and for a spreadsheet or a machine. */
export function TakeAway({ slug }: { slug: string }) {
  const forms = [
    ["paper", "Print it as a board paper", `/leps/${slug}/paper`],
    ["csv", "Figures as CSV", `/leps/${slug}/summary.csv`],
    ["xlsx", "Figures as XLSX", `/leps/${slug}/summary.xlsx`],
    ["json", "All of it as JSON", `/api/v1/leps/${slug}/summary`],
  ] as const;
  return (
    <ul className="my-4 flex flex-wrap gap-x-6 print:hidden" aria-label="Take it away">
      {forms.map(([key, words, href]) => (
        <li key={key}>
          <a className="link inline-flex min-h-11 items-center" href={href}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  );
}
