type Props = { id: string; lineClass: string; backgroundClass: string };

/** Defines a pattern of slanted lines, so that an area differs from others without colour. */
export function Hatching({ id, lineClass, backgroundClass }: Props) {
  return (
    // not "hidden": a pattern of an SVG that is not laid out is not drawn
    <svg aria-hidden="true" className="absolute size-0">
      <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" className={backgroundClass} />
        <path d="M0 0V7" strokeWidth="5" className={lineClass} />
      </pattern>
    </svg>
  );
}
