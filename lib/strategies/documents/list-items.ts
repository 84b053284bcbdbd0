import type { BlockRun, DocumentRun } from "@/lib/strategies/documents/parsed-document";
import { blockText } from "@/lib/strategies/versions/block.rules";
import type { Block } from "@/lib/strategies/versions/block.schema";

type Item = Extract<DocumentRun, { kind: "item" }>;

/**
 * Joins the items of each list into one block. Notes and losses from between them follow it. An item that is numbered as
 * a paragraph is ("2.1") becomes one, so that people can comment on each.
 */
export function joinListItems(runs: readonly DocumentRun[]): BlockRun[] {
  const joined: BlockRun[] = [];
  let items: Item[] = [];
  let deferred: BlockRun[] = [];
  const finishList = () => {
    if (items.length > 0) {
      const block = toListBlock(items);
      joined.push({ kind: "text", text: blockText(block), block });
    }
    joined.push(...deferred);
    [items, deferred] = [[], []];
  };
  for (const run of runs) {
    const isWithinList = items.length > 0 && (run.kind === "loss" || run.kind === "note");
    if (run.kind === "item" && isParagraphNumber(run.marker)) {
      finishList();
      joined.push({ kind: "text", text: `${run.marker} ${run.text}`, block: null });
    } else if (run.kind === "item" && run.marker === "") {
      // one more paragraph of the item before it
      const last = items.at(-1);
      if (last) items[items.length - 1] = { ...last, text: `${last.text}; ${run.text}` };
      else joined.push({ kind: "text", text: run.text, block: null });
    } else if (run.kind === "item") {
      if (run.text.trim() === "") continue;
      if (items[0] && run.list !== items.at(-1)?.list && run.level === 0) finishList();
      items.push(run);
    } else if (isWithinList) deferred.push(run);
    else if (run.kind === "text" && run.block === null && run.text.trim() === "") continue;
    else {
      finishList();
      joined.push(run);
    }
  }
  finishList();
  return joined;
}

const maxLevel = 20;

const isParagraphNumber = (marker: string | null) => marker !== null && /^\d+(\.\d+)+\.?$/.test(marker);

function toListBlock(items: readonly Item[]): Block {
  const top = Math.min(...items.map(({ level }) => level));
  const levels = items.map(({ level }) => Math.min(level - top, maxLevel));
  const depth = levels.some((level) => level > 0) ? { levels } : {};
  const texts = items.map(({ text }) => text.replaceAll("\n", "; "));
  if (items.every(({ marker }) => marker === null)) return { kind: "list", isOrdered: false, items: texts, ...depth };
  const isCountedFromOne = items.every(({ marker }, index) => marker?.replace(/[.)]$/, "") === String(index + 1));
  if (isCountedFromOne && !depth.levels) return { kind: "list", isOrdered: true, items: texts };
  return {
    kind: "list",
    isOrdered: true,
    items: texts.map((text, index) => `${items[index]?.marker ?? "•"} ${text}`),
    hasOwnMarkers: true,
    ...depth,
  };
}
