type Bar = { name: string; parts: { value: number; look: string; what: string }[] };

const width = 600;
const height = 34;
const barTop = 18;

/**
 * Bars for a table that stands beside them: each bar is its parts, side by side. Drawn as SVG on the server; the words
 * for those who do not see it are the table's.
 */
export function Bars({ label, bars, most }: { label: string; bars: Bar[]; most: number }) {
  const scale = (value: number) => (most === 0 ? 0 : (value / most) * width);
  const looks = new Map(bars.flatMap(({ parts }) => parts.map(({ look, what }) => [what, look] as const)));
  return (
    <figure className="my-4 max-w-2xl break-inside-avoid">
      <svg
        role="img"
        aria-label={`${label}. The table beside it has the figures.`}
        viewBox={`0 0 ${width} ${bars.length * height}`}
        className="w-full"
      >
        {bars.map(({ name, parts }, at) => {
          let x = 0;
          return (
            <g key={name} transform={`translate(0 ${at * height})`}>
              <text x="0" y="13" className="fill-ink text-[13px]">
                {name}
              </text>
              {parts.map(({ value, look, what }) => {
                const from = x;
                x += scale(value);
                return <rect key={what} x={from} y={barTop} width={scale(value)} height="11" className={look} />;
              })}
            </g>
          );
        })}
      </svg>
      <figcaption className="flex flex-wrap gap-x-5 text-muted text-sm">
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
