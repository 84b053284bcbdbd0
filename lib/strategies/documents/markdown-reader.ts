import { lexer, type Token, type Tokens } from "marked";
import { RuleViolation } from "@/lib/errors";
import {
  findElementEnd,
  type HtmlEffect,
  htmlText,
  isLineBreak,
  openBlockEffect,
  openEffect,
} from "@/lib/strategies/documents/markdown-html";
import { placeNotes } from "@/lib/strategies/documents/markdown-notes";
import { scriptText } from "@/lib/strategies/documents/number-formats";
import {
  blockRun,
  contentsLoss,
  type DocumentRun,
  excerpt,
  loss,
  normaliseWhitespace,
  type ParsedDocument,
  toParsedDocument,
  withAddress,
} from "@/lib/strategies/documents/parsed-document";

/**
 * Reads Markdown into sections and paragraphs. HTML in it is left out, but for raised, lowered and struck-out text.
 * @throws RuleViolation when it is nested too deep
 */
export function readMarkdown(text: string): ParsedDocument {
  try {
    const { body, runs } = withoutFrontMatter(text.replaceAll("\r\n", "\n"));
    const tokens = lexer(body, { gfm: true });
    return toParsedDocument([...runs, ...placeNotes(blockRuns(tokens))]);
  } catch (error) {
    // thousands of nested block quotes
    if (error instanceof RangeError)
      throw new RuleViolation("This text is nested too deep to read. Take out “>” signs.", "text");
    throw error;
  }
}

/** Settings for a program at the top of the file, between lines of three dashes. */
function withoutFrontMatter(text: string): { body: string; runs: DocumentRun[] } {
  const settings = /^---\n((?:[\w-]+:.*\n|[ \t-].*\n)+)---(?:\n|$)/.exec(text);
  if (!settings) return { body: text, runs: [] };
  const message = `Settings at the top of the file were left out: ${excerpt(settings[1] ?? "")}`;
  return { body: text.slice(settings[0].length), runs: [loss(message)] };
}

/** Blocks in order. What is between the tags of an element that strikes it out or hides it becomes a loss. */
function blockRuns(tokens: readonly Token[]): DocumentRun[] {
  const runs: DocumentRun[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    const open = openBlockEffect(token);
    const end = open ? findElementEnd(tokens, at + 1, open.name) : -1;
    if (!open || end < 0) {
      runs.push(...toRuns(token));
      continue;
    }
    const inner = blockRuns(tokens.slice(at + 1, end));
    const texts = inner.flatMap((run) => (run.kind === "loss" ? [] : [run.text]));
    runs.push(effectLoss(open.effect, [htmlText(token.raw), ...texts].join(" ")));
    runs.push(...inner.filter(({ kind }) => kind === "loss"));
    at = end;
  }
  return runs;
}

const effectLoss = (effect: HtmlEffect, text: string) =>
  loss(`${effect === "hidden" ? "Hidden" : "Struck-out"} text was left out: ${excerpt(text)}`);

const contentsMark = /^\[\[?_?toc_?\]?\]$/i;

const isLinkWithin = (token: Token | undefined) => token?.type === "link" && /^#./.test(String(token.href));

/** A list of nothing but links to headings of the same text. */
const isContentsList = (list: Tokens.List): boolean =>
  list.items.every(({ tokens }) =>
    tokens.every((token) =>
      token.type === "list"
        ? isContentsList(token as Tokens.List)
        : "tokens" in token && token.tokens?.length === 1 && isLinkWithin(token.tokens[0]),
    ),
  );

function toRuns(token: Token): DocumentRun[] {
  const line = (tokens: Token[] | undefined) => inlineText(tokens);
  switch (token.type) {
    case "heading": {
      const { text, losses } = line(token.tokens);
      return [{ kind: "heading", depth: token.depth, text }, ...losses];
    }
    case "paragraph":
    case "text": {
      if (contentsMark.test(token.raw.trim())) return [contentsLoss()];
      const { text, losses } = line(token.tokens ?? [token]);
      return [{ kind: "text", text, block: null }, ...losses];
    }
    case "list":
      return isContentsList(token as Tokens.List) ? [contentsLoss()] : listRuns(token as Tokens.List, 0);
    case "table": {
      const { header, rows, raw } = token as Tokens.Table;
      const losses: DocumentRun[] = [];
      const cells = (row: Tokens.TableCell[]) =>
        row.map(({ tokens }) => {
          const cell = line(tokens);
          losses.push(...cell.losses);
          return cell.text.replaceAll("\n", "; ");
        });
      const table = blockRun({ kind: "table", head: cells(header), rows: rows.map(cells) });
      return [table, ...losses, ...extraCellLosses(raw, header.length)];
    }
    case "blockquote":
      return blockRuns(token.tokens ?? []);
    case "code":
      return [{ kind: "text", text: normaliseWhitespace(token.text), block: null }];
    case "def":
      // "[^1]: source" is a note to people who write Markdown, though not to the parser
      return token.tag.startsWith("^") ? [{ kind: "text", text: normaliseWhitespace(token.raw), block: null }] : [];
    case "html": {
      const text = htmlText(token.text).trim();
      return [
        loss(text ? `HTML was left out. Its text: ${excerpt(text)}` : `HTML was left out: ${excerpt(token.text)}`),
      ];
    }
    default:
      return [];
  }
}

/** The parser drops cells beyond those of the heading. */
function extraCellLosses(table: string, columns: number): DocumentRun[] {
  return table
    .trim()
    .split("\n")
    .slice(2)
    .flatMap((line) => {
      const cells = line
        .trim()
        .replace(/^\|/, "")
        .replace(/(?<!\\)\|$/, "")
        .split(/(?<!\\)\|/);
      const extra = cells.slice(columns).map((cell) => cell.trim().replaceAll("\\|", "|"));
      const text = extra.filter(Boolean).join(", ");
      return text ? [loss(`A row of a table has more cells than its heading. Left out: ${excerpt(text)}`)] : [];
    });
}

/** The items of a list with their numbers; what an item holds beside its text and lists becomes part of its text. */
function listRuns({ ordered, start, items }: Tokens.List, level: number): DocumentRun[] {
  return items.flatMap((item, index): DocumentRun[] => {
    const nested: DocumentRun[] = [];
    const own: DocumentRun[] = [];
    for (const token of item.tokens) {
      if (token.type === "list") nested.push(...listRuns(token as Tokens.List, level + 1));
      else own.push(...toRuns(token));
      if (token.type === "table") own.push(loss("A table within a list was written on one line of its item."));
    }
    const texts = own.flatMap((run) => (run.kind === "loss" ? [] : [run.text.replaceAll("\n", "; ")])).filter(Boolean);
    const box = item.task ? (item.checked ? "☑ " : "☐ ") : "";
    const sign = /^\s*\d+\)/.test(item.raw) ? ")" : ".";
    const marker = ordered ? `${(Number(start) || 0) + index}${sign}` : null;
    return [
      { kind: "item", text: box + texts.join("; "), level, marker, list: "" },
      ...own.filter(({ kind }) => kind === "loss"),
      ...nested,
    ];
  });
}

/** The text of a line, without emphasis. Links keep their addresses, for readers on paper. */
function inlineText(tokens: Token[] | undefined): { text: string; losses: DocumentRun[] } {
  const losses: DocumentRun[] = [];
  const text = normaliseWhitespace(joinTokens(tokens ?? [], losses));
  return { text, losses };
}

function joinTokens(tokens: readonly Token[], losses: DocumentRun[]): string {
  let text = "";
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    const open = openEffect(token);
    if (!open) {
      text += tokenText(token, losses);
      continue;
    }
    const end = findElementEnd(tokens, at + 1, open.name);
    const inner = joinTokens(tokens.slice(at + 1, end < 0 ? undefined : end), losses);
    if (open.effect === "super" || open.effect === "sub") text += scriptText(inner, open.effect);
    else losses.push(effectLoss(open.effect, inner));
    at = end < 0 ? tokens.length : end;
  }
  return text;
}

function tokenText(token: Token, losses: DocumentRun[]): string {
  switch (token.type) {
    case "br":
      return "\n";
    case "del":
      losses.push(loss(`Struck-out text was left out: ${excerpt(joinTokens(token.tokens ?? [], losses))}`));
      return "";
    case "html":
      if (isLineBreak(token.text)) return "\n";
      losses.push(loss(`HTML was left out: ${excerpt(token.text)}`));
      return "";
    case "image":
      losses.push(
        loss(`A picture that is only linked to was left out: ${excerpt(token.href)}. Upload the document instead.`),
      );
      return token.text;
    case "link": {
      if (token.text.startsWith("^")) return token.raw; // refers to a note
      return withAddress(joinTokens(token.tokens ?? [], losses), token.href);
    }
    default:
      if ("tokens" in token && token.tokens) return joinTokens(token.tokens, losses);
      return "text" in token ? decodeEntities(token.text) : "";
  }
}

const decodeEntities = (text: string) => text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,31});/gi, htmlText);
