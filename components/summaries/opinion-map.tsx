import type { OpinionPart } from "@/lib/summaries/opinion/opinion.schema";

type HexagonMap = NonNullable<OpinionPart["map"]>;
type Props = { map: HexagonMap; names: string[] };

/** In print, groups differ without colour: filled, empty, grey, and two with a dashed edge. */
const groupStyles = [
  { shape: "fill-link print:fill-ink", letter: "fill-paper" },
  { shape: "fill-ring print:fill-paper print:stroke-ink print:stroke-3", letter: "fill-paper print:fill-ink" },
  { shape: "fill-info print:fill-line print:stroke-ink", letter: "fill-paper print:fill-ink" },
  {
    shape: "fill-good print:fill-paper print:stroke-ink print:stroke-3 print:[stroke-dasharray:9_6]",
    letter: "fill-paper print:fill-ink",
  },
  {
    shape: "fill-warning print:fill-line print:stroke-ink print:stroke-3 print:[stroke-dasharray:9_6]",
    letter: "fill-paper print:fill-ink",
  },
];
const size = 60;
/** A hexagon of width 1 with a pointed top. */
const corners = [0, 1, 2, 3, 4, 5].map((index) => {
  const angle = ((60 * index - 30) * Math.PI) / 180;
  return [Math.cos(angle) / Math.sqrt(3), Math.sin(angle) / Math.sqrt(3)] as const;
});

/** Each hexagon holds at least five people of one group and bears its letter. People who react similarly are near each other. */
export function OpinionMap({ map: { hexagons, notDrawn }, names }: Props) {
  if (hexagons.length === 0) return null;
  const xs = hexagons.map(({ x }) => x);
  const ys = hexagons.map(({ y }) => y);
  const [left, top] = [Math.min(...xs) - 1, Math.min(...ys) - 1];
  const [width, height] = [Math.max(...xs) - left + 1, Math.max(...ys) - top + 1];
  const most = Math.max(...hexagons.map(({ people }) => people));
  return (
    <figure className="my-4 max-w-xl break-inside-avoid">
      <svg
        role="img"
        aria-label="Opinion map: each hexagon holds people of one group; the table next to it has the numbers."
        viewBox={`0 0 ${width * size} ${height * size}`}
        className="max-h-96 w-full print:max-h-56"
      >
        {hexagons.map(({ group, x, y, people }) => {
          const scale = size * (0.55 + 0.45 * Math.sqrt(people / most));
          const [cx, cy] = [(x - left) * size, (y - top) * size];
          const points = corners.map(([dx, dy]) => `${(cx + dx * scale).toFixed(1)},${(cy + dy * scale).toFixed(1)}`);
          return (
            <g key={`${group} ${x} ${y}`}>
              <polygon points={points.join(" ")} className={groupStyles[group]?.shape} />
              <text
                x={cx}
                y={cy + 6}
                textAnchor="middle"
                className={`${groupStyles[group]?.letter} font-bold text-[17px]`}
              >
                {names[group]}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className="text-muted text-sm">
        People who react in similar ways are near each other. A larger hexagon means more people.
        {notDrawn > 0 &&
          ` About ${notDrawn} people are not shown, because fewer than 5 of their group are in one place.`}
      </figcaption>
    </figure>
  );
}
