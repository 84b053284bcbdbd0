import { useId } from "react";
import { ChartLegend } from "@/components/charts/chart-row";
import { Hatching } from "@/components/charts/hatching";
import { overShade, ShadedArea } from "@/components/charts/shaded-area";
import { gridColumns } from "@/lib/areas/lep-grid.rules";
import type { MapTile } from "@/lib/summaries/charts/drawing.rules";

/** A square for each LEP, roughly where it is in England; each is a link with its value as text. */
export function TileMap({ tiles }: { tiles: MapTile[] }) {
  const hatching = `${useId()}hatching`;
  const rows = Math.max(0, ...tiles.map(({ row }) => row + 1));
  const squares = Array.from({ length: rows * gridColumns }, (_, at) => ({
    at,
    tile: tiles.find(({ row, column }) => row * gridColumns + column === at),
  }));
  const has = (shade: MapTile["shade"]) => tiles.some((tile) => tile.shade === shade);
  return (
    <>
      <Hatching id={hatching} lineClass="stroke-line" backgroundClass="fill-paper" />
      <ChartLegend
        entries={[
          ...(has("hidden") ? [{ label: "Too few to show", swatch: <Swatch fill={`url(#${hatching})`} /> }] : []),
          ...(has("none") ? [{ label: "Nothing to show", swatch: <Swatch fill="none" dashes="4 3" /> }] : []),
        ]}
      />
      <div className="my-3 grid max-w-2xl grid-cols-7 lg:max-w-xl gap-0.5 sm:gap-1">
        {squares.map(({ at, tile }) => (tile ? <Tile key={at} {...tile} hatching={hatching} /> : <span key={at} />))}
      </div>
    </>
  );
}

const Swatch = ({ fill, dashes }: { fill: string; dashes?: string }) => (
  <rect x="1" y="1" width="26" height="14" fill={fill} strokeDasharray={dashes} className="stroke-edge" />
);

function Tile({ name, short, text, label, shade, href, hatching }: MapTile & { hatching: string }) {
  return (
    <a
      href={href}
      title={`${name}: ${label}`}
      aria-label={`${short} ${text}. ${name}: ${label}`}
      className="relative flex aspect-square flex-col items-center justify-center text-ink no-underline hover:outline-3 hover:outline-link"
    >
      <ShadedArea shade={shade} hatching={hatching} />
      <span className={`text-[0.7rem]/tight whitespace-nowrap sm:text-base/tight ${overShade(shade)}`}>{short}</span>
      <span className={`font-bold text-sm/tight sm:text-lg/tight ${overShade(shade)}`}>{text}</span>
    </a>
  );
}
