type Bar = { name: string; parts: { value: number; look: string; what: string }[] };

const width = 600;

/**
 * Bars for a table that stands beside them: each bar is its parts, side by side. Drawn as SVG on the server, each
 * under its name in the page's own letters, which keep their size on a small screen; the words for those who do not
 * see it are the table's.
 */
export function Bars({ label, bars, most }: { label: string; bars: Bar[]; most: number }) {
  const scale = (value: number) => (most === 0 ? 0 : (value / most) * width);
  const looks = new Map(bars.flatMap(({ parts }) => parts.map(({ look, what }) => [what, look] as const)));
  return (
    <figure className="my-4 max-w-2xl print:max-w-none print:break-inside-avoid">
      <div
        role="img"
        aria-label={`${label}. The table beside it has the figures.`}
        className="print:columns-2 print:gap-[8mm]"
      >
        {bars.map(({ name, parts }, at) => {
          let x = 0;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: bars stand still: a page is drawn once
            <div key={at} className={`break-inside-avoid ${name ? "mt-1.5 text-base/snug" : "mt-0.5"}`}>
              {name}
              <svg
                aria-hidden="true"
                viewBox={`0 0 ${width} 11`}
                preserveAspectRatio="none"
                className="block h-3 w-full"
              >
                {parts.map(({ value, look, what }) => {
                  const from = x;
                  x += scale(value);
                  return <rect key={what} x={from} y="0" width={scale(value)} height="11" className={look} />;
                })}
              </svg>
            </div>
          );
        })}
      </div>
      <figcaption className="mt-2 flex flex-wrap gap-x-5 text-muted text-sm">
        {[...looks].map(([what, look]) => (
          <span key={what} className="inline-flex items-center gap-2">
            <svg aria-hidden="true" viewBox="0 0 10 10" className="size-3">
              <rect width="10" height="10" className={look} />
            </svg>
            {what}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
