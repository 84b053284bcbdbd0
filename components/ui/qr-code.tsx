import encodeQR from "qr";

/** A QR code as one SVG path, dark on light also in dark mode, because cameras need that. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const dots = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  const path = dots.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg
      viewBox={`0 0 ${dots.length} ${dots.length}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="w-full max-w-72"
    >
      <rect width={dots.length} height={dots.length} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
