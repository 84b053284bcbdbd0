type Column = { name: string; value: number };

/** One column a day, as high as its value; the first and the last are named below. */
export function DayColumns({ columns }: { columns: Column[] }) {
  const greatest = Math.max(1, ...columns.map(({ value }) => value));
  const width = 100 / Math.max(1, columns.length);
  const ends = [columns[0], columns.at(-1)];
  return (
    <>
      <svg aria-hidden="true" className="mt-2 block h-20 w-full" preserveAspectRatio="none" viewBox="0 0 100 100">
        {columns.map(({ name, value }, index) => (
          <rect
            key={name}
            x={index * width + width * 0.1}
            y={100 - (value / greatest) * 98}
            width={width * 0.8}
            height={(value / greatest) * 98}
            className="fill-link"
          />
        ))}
        <rect x="0" y="99" width="100" height="1" className="fill-edge" />
      </svg>
      <p className="flex justify-between gap-4 text-base/snug text-muted">
        {ends.map((end) => end && <span key={end.name}>{`${end.name}: ${end.value}`}</span>)}
      </p>
    </>
  );
}
