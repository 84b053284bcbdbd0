type Bar = { name: string; segments: { value: number; fillClass: string; label: string }[] };

const chartWidth = 600;

/**
 * Horizontal bars of segments beside a table with the same figures. Each bar is an SVG under its name as HTML text, so
 * that text keeps its size on small screens. Screen readers get the label and the table.
 */
export function BarChart({ label, bars, most }: { label: string; bars: Bar[]; most: number }) {
  const scale = (value: number) => (most === 0 ? 0 : (value / most) * chartWidth);
  const legend = new Map(
    bars.flatMap(({ segments }) => segments.map((segment) => [segment.label, segment.fillClass] as const)),
  );
  return (
    <figure className="my-4 max-w-2xl print:max-w-none print:break-inside-avoid">
      <div
        role="img"
        aria-label={`${label}. The table next to it has the numbers.`}
        className="print:columns-2 print:gap-[8mm]"
      >
        {bars.map(({ name, segments }, index) => {
          let x = 0;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: bars never change: a page is rendered once
            <div key={index} className={`break-inside-avoid ${name ? "mt-1.5 text-base/snug" : "mt-0.5"}`}>
              {name}
              <svg
                aria-hidden="true"
                viewBox={`0 0 ${chartWidth} 11`}
                preserveAspectRatio="none"
                className="block h-3 w-full"
              >
                {segments.map((segment) => {
                  const start = x;
                  const width = scale(segment.value);
                  x += width;
                  return (
                    <rect key={segment.label} x={start} y="0" width={width} height="11" className={segment.fillClass} />
                  );
                })}
              </svg>
            </div>
          );
        })}
      </div>
      <figcaption className="mt-2 flex flex-wrap gap-x-5 text-muted text-sm">
        {[...legend].map(([entryLabel, fillClass]) => (
          <span key={entryLabel} className="inline-flex items-center gap-2">
            <svg aria-hidden="true" viewBox="0 0 10 10" className="size-3">
              <rect width="10" height="10" className={fillClass} />
            </svg>
            {entryLabel}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
