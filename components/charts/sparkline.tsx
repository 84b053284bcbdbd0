/** A trend beside a text: one small column a week, the greatest as high as the line. */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  if (values.every((value) => value === 0)) return null;
  return (
    <div className="ml-auto">
      <svg aria-hidden="true" className="block h-[16px] w-14 overflow-visible">
        <title>{label}</title>
        <SparklineColumns values={values} />
      </svg>
      <span className="sr-only">{label}</span>
    </div>
  );
}

/** The columns alone, over the full size of the drawing that they are in. */
export function SparklineColumns({ values }: { values: readonly number[] }) {
  const [slot, scale] = [100 / values.length, 100 / Math.max(...values)];
  const percent = (n: number) => `${n.toFixed(1)}%`;
  const columns = values.map((value, index) => ({ x: percent(index * slot), height: value * scale }));
  return (
    <>
      <line x1="0%" x2="100%" y1="100%" y2="100%" className="stroke-edge" />
      {columns.map(({ x, height }) => (
        <rect
          key={x}
          x={x}
          y={percent(100 - height)}
          width={percent(slot * 0.75)}
          height={percent(height)}
          className="fill-link"
        />
      ))}
    </>
  );
}
