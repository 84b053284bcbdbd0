import { type Shade, shadeOpacity } from "@/lib/summaries/charts/shading";

type Props = { shade: Shade; hatching: string };

/** Fills its parent, which must be positioned, with a shade, hatching or a dashed edge. Drawn, so that it prints. */
export function ShadedArea({ shade, hatching }: Props) {
  return (
    <svg aria-hidden="true" className="absolute inset-0 size-full overflow-visible">
      {shade === "hidden" && <rect width="100%" height="100%" fill={`url(#${hatching})`} className="stroke-edge" />}
      {shade === "none" && (
        <rect width="100%" height="100%" fill="none" strokeDasharray="4 3" className="stroke-edge" />
      )}
      {typeof shade === "number" && (
        <>
          <rect width="100%" height="100%" className="fill-card" />
          <rect width="100%" height="100%" fillOpacity={shadeOpacity[shade]} className="fill-link stroke-edge" />
        </>
      )}
    </svg>
  );
}

/** Text over a shaded area; on hatching it has a plain ground. */
export const overShade = (shade: Shade) => `relative rounded-sm px-0.5 ${shade === "hidden" ? "bg-paper" : ""}`;
