import { scaleLinear } from "d3-scale";
import type { DotPoint } from "@/lib/summaries/charts/drawing.rules";

type Props = { title: string; xName: string; yName: string; points: DotPoint[] };

const height = 208;
const radius = 7;

/** One dot a point. Its values are its title, for the mouse; those with a mark are links, for the keyboard. */
export function Scatter({ title, xName, yName, points }: Props) {
  const scale = scaleLinear()
    .domain([0, Math.max(10, ...points.map(({ y }) => y))])
    .nice(4)
    .range([height, 0]);
  const ticks = scale.ticks(4);
  return (
    <div className="my-4">
      <p className="text-base/snug">{yName}</p>
      <div className="pr-4 pl-10">
        <svg className="block w-full overflow-visible" height={height + 24}>
          <title>{title}</title>
          {ticks.map((tick) => (
            <g key={tick}>
              <line x1="0%" x2="100%" y1={scale(tick)} y2={scale(tick)} className="stroke-line" />
              <text x="-8" y={scale(tick) + 5} textAnchor="end" className="fill-muted text-sm">
                {tick}
              </text>
            </g>
          ))}
          {[0, 25, 50, 75, 100].map((tick) => (
            <text key={tick} x={`${tick}%`} y={height + 20} textAnchor="middle" className="fill-muted text-sm">
              {tick}%
            </text>
          ))}
          {points
            .toSorted((a, b) => (a.mark ?? 0) - (b.mark ?? 0))
            .map((point) => (
              <Point key={point.id} {...point} cy={scale(point.y)} />
            ))}
        </svg>
      </div>
      <p className="text-right text-base/snug">{xName}</p>
    </div>
  );
}

function Point({ x, cy, label, href, mark }: DotPoint & { cy: number }) {
  if (mark === null)
    return (
      <circle cx={`${x}%`} cy={cy} r={radius} fillOpacity="0.35" strokeWidth="1.5" className="fill-link stroke-link">
        <title>{label}</title>
      </circle>
    );
  return (
    <a href={href} aria-label={`${mark}: ${label}`}>
      <circle cx={`${x}%`} cy={cy} r={radius + 6} strokeWidth="2" className="fill-paper stroke-link" />
      <text x={`${x}%`} y={cy + 5} textAnchor="middle" className="fill-ink font-bold text-sm">
        {mark}
      </text>
    </a>
  );
}
