import { ScrollRegion } from "@/components/ui/scroll-region";
import { paths } from "@/lib/routes";

type Tile = { id: string; name: string; isMayoral: boolean; isOpen: boolean; q: number; r: number };

// a hexagon with a corner at the top: 2 × size high, √3 × size wide
const size = 60;
const width = Math.sqrt(3) * size;
const corners = [0, 1, 2, 3, 4, 5].map((corner) => {
  const angle = (Math.PI / 3) * corner - Math.PI / 2;
  return [Math.cos(angle) * (size - 2), Math.sin(angle) * (size - 2)];
});
const hexagon = corners.map((point) => point.map((length) => length?.toFixed(1)).join(",")).join(" ");

/** A tile map of LEPs. Odd rows are shifted half a tile to the right; rows are counted from the south. */
export function LepMap({ tiles }: { tiles: Tile[] }) {
  const rows = tiles.map(({ r }) => r);
  const top = Math.max(...rows);
  const columns = Math.max(...tiles.map(({ q }) => q)) + 1;
  const viewBox = `0 0 ${((columns + 0.5) * width).toFixed(0)} ${((top - Math.min(...rows)) * 1.5 * size + 2 * size).toFixed(0)}`;
  return (
    <ScrollRegion label="Map of LEPs" className="my-6 print:hidden">
      <svg viewBox={viewBox} className="w-full max-w-4xl min-w-[44rem]">
        <title>Tiles, one for each LEP</title>
        {tiles.map((tile) => (
          <HexTile
            key={tile.id}
            {...tile}
            x={(tile.q + (tile.r % 2 ? 1 : 0.5)) * width}
            y={(top - tile.r) * 1.5 * size + size}
          />
        ))}
      </svg>
    </ScrollRegion>
  );
}

function HexTile({ id, name, isMayoral, isOpen, x, y }: Tile & { x: number; y: number }) {
  const lines = wrapName(name);
  const notes = [isMayoral && "mayor", isOpen && "open"].filter(Boolean).join(", ");
  const start = -((lines.length + (notes ? 1 : 0) - 1) / 2) * 14 + 4;
  const tileClass = isMayoral ? "fill-banner stroke-gold" : "fill-card stroke-edge";
  return (
    <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      <a href={paths.lep(id)} className="group outline-none">
        <polygon
          points={hexagon}
          strokeWidth="2"
          className={`${tileClass} group-hover:stroke-[5px] group-focus-visible:stroke-ring group-focus-visible:stroke-[7px]`}
        />
        <text textAnchor="middle" fontSize="13" className={isMayoral ? "fill-on-banner" : "fill-ink"}>
          {lines.map((line, at) => (
            <tspan key={line} x="0" y={start + at * 14}>
              {`${line} `}
            </tspan>
          ))}
          {notes && (
            <tspan
              x="0"
              y={start + lines.length * 14 + 1}
              fontWeight="700"
              className={isMayoral ? "fill-gold" : "fill-good"}
            >
              {notes}
            </tspan>
          )}
        </text>
      </a>
    </g>
  );
}

/** Breaks a name between words into lines of at most 15 letters, where its words allow. */
function wrapName(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= 15) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
