import type { Token } from "marked";
import { innerText, parseMarkup } from "@/lib/strategies/documents/markup-tree";
import { isSameToTheEye, readColor } from "@/lib/strategies/documents/text-visibility";

/** What a tag does to the meaning of the text in it. */
export type HtmlEffect = "super" | "sub" | "struck" | "hidden";

const effectsOfTags: Record<string, HtmlEffect> = {
  sup: "super",
  sub: "sub",
  s: "struck",
  del: "struck",
  strike: "struck",
  template: "hidden",
};

const tagPattern = /<(\/?)([a-z][\w-]*)((?:\s+[^\s=>"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*(\/?)>/gi;

type Tag = { name: string; isEnd: boolean; effect: HtmlEffect | null };

function readTags(html: string): Tag[] {
  return [...html.matchAll(tagPattern)]
    .filter(([, , , , isEmpty]) => !isEmpty)
    .map(([, slash, name = "", attributes = ""]) => ({
      name: name.toLowerCase(),
      isEnd: slash === "/",
      effect: slash ? null : effectOf(name.toLowerCase(), attributes),
    }));
}

function effectOf(name: string, attributes: string): HtmlEffect | null {
  if (/\shidden(?:\s|=|$)/i.test(attributes)) return "hidden";
  const style = /\sstyle\s*=\s*("[^"]*"|'[^']*'|\S+)/i.exec(attributes)?.[1]?.toLowerCase() ?? "";
  if (
    /(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0\d*)?%?\s*[;"']|font-size\s*:\s*[0-4](?:\.\d+)?(?:px|pt)?\s*[;"'])/.test(
      `${style};`,
    )
  )
    return "hidden";
  if (hasColorOfBackground(style, attributes)) return "hidden";
  if (/text-decoration(?:-line)?\s*:[^;]*line-through/.test(style)) return "struck";
  return effectsOfTags[name] ?? null;
}

function hasColorOfBackground(style: string, attributes: string): boolean {
  const ofStyle = (name: string) => new RegExp(String.raw`(?:^|[;"'\s])${name}\s*:\s*([^;"']+)`).exec(style)?.[1];
  const color = readColor(ofStyle("color") ?? /\scolor\s*=\s*["']?([#\w]+)/i.exec(attributes)?.[1]);
  const behind = ofStyle("background-color") ?? ofStyle("background");
  return color !== null && isSameToTheEye(color, (behind && readColor(behind)) || "FFFFFF");
}

/** The tag of an inline token that changes the meaning of what follows it; null for any other. */
export function openEffect(token: Token): { name: string; effect: HtmlEffect } | null {
  if (token.type !== "html") return null;
  const [tag] = readTags(token.text);
  return tag?.effect ? { name: tag.name, effect: tag.effect } : null;
}

/** Where an element ends that begins before `from`, and may hold others of its name; -1 where it does not. */
export function findElementEnd(tokens: readonly Token[], from: number, name: string): number {
  let depth = 1;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.type !== "html") continue;
    for (const tag of readTags(token.text)) if (tag.name === name) depth += tag.isEnd ? -1 : 1;
    if (depth <= 0) return at;
  }
  return -1;
}

/** The element that a block of HTML leaves open, by which what follows is struck out or hidden. */
export function openBlockEffect(token: Token): { name: string; effect: HtmlEffect } | null {
  if (token.type !== "html") return null;
  const open: Tag[] = [];
  for (const tag of readTags(token.text)) {
    if (!tag.isEnd) open.push(tag);
    else {
      const last = open.findLastIndex(({ name }) => name === tag.name);
      if (last >= 0) open.length = last;
    }
  }
  const found = open.find(({ effect }) => effect === "struck" || effect === "hidden");
  return found?.effect ? { name: found.name, effect: found.effect } : null;
}

export const isLineBreak = (html: string) => /^<br\s*\/?>$/i.test(html);

export const htmlText = (html: string) => innerText(parseMarkup(html, false));
