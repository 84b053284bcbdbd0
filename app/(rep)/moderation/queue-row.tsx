import { MarkedSegments } from "@/components/ui/marked-segments";
import { Tag } from "@/components/ui/tag";
import { countLabel } from "@/lib/numbers";
import type { QueueItem } from "./queue-list";

/**
 * A case in one row of columns, or in a block on a phone. A long text shows its beginning until its link has the focus,
 * and can be published from here only then.
 */
export function QueueRow({ publish, ...row }: QueueItem & { publish: (() => void) | null }) {
  const { id, href, sectionTitle, alias, segments, isLong, isDistressing, claimedBy, due } = row;
  const where = [row.kindName, row.areaName].join(" · ");
  return (
    <li className="group border-line border-t py-1.5 text-base/snug lg:flex lg:items-start lg:gap-x-4">
      <a className="block min-h-11 py-1 focus-visible:bg-card lg:flex lg:grow lg:gap-x-4" href={href} data-case={id}>
        <span className="link block font-semibold lg:line-clamp-2 lg:w-48 lg:shrink-0 lg:group-focus-within:line-clamp-none">
          {alias} on “{sectionTitle}”
        </span>
        <span className="block min-w-0 grow break-words text-ink">
          <span
            className={`${isLong ? "line-clamp-3 group-focus-within:line-clamp-none lg:line-clamp-2" : "block"} ${isDistressing ? "blur-sm" : ""}`}
            dir="auto"
          >
            {isDistressing ? (
              <span aria-hidden="true">{segments.map(({ text }) => text).join("")}</span>
            ) : (
              <MarkedSegments segments={segments} />
            )}
          </span>
          {isDistressing && (
            <span className="block text-muted">This may be upsetting. Open it when you are ready.</span>
          )}
        </span>
      </a>
      <div className="py-1 text-muted text-sm/snug lg:w-52 lg:shrink-0">
        <p>{where}</p>
        {row.found.length > 0 && <p className="font-semibold text-warning">{row.found.join("; ")}</p>}
        {row.duplicateCount > 0 && <p>{countLabel(row.duplicateCount, "more", "more")} with the same text</p>}
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1 text-muted text-sm/snug lg:w-36 lg:shrink-0">
        <time dateTime={due}>
          <Tag tone={row.isLate ? "bad" : row.isSoon ? "warning" : "plain"}>{row.timeLeftText}</Tag>
        </time>
        {row.age}
        {claimedBy && <Tag tone="info">{claimedBy} is reading it</Tag>}
      </p>
      <div className="lg:w-24 lg:shrink-0">
        {publish && (
          <form action={publish} className={isLong ? "hidden group-focus-within:block" : ""}>
            <button
              type="submit"
              className="inline-flex min-h-11 cursor-pointer items-center rounded-md border-2 border-edge bg-card px-3 font-semibold text-link hover:border-link-deep hover:text-link-deep"
            >
              Publish<span className="sr-only"> {alias}</span>
            </button>
          </form>
        )}
      </div>
    </li>
  );
}
