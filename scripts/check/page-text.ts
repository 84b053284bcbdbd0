import jsTokens from "js-tokens";

/** A piece of text that people read: a string, or what is between two tags of a block. */
export type PageText = { line: number; text: string };

// a sentence goes on across these
const inlineElements = new Set(["a", "code", "em", "q", "span", "strong", "TextLink", "ResultText", "WhenResult"]);
// attributes and calls whose strings nobody reads
const unreadBefore = /^(className|class|import|from|href|id|key|type|rel|src|kind|tone|method|action|data-[a-z-]+)$/;

/** The text of a source file, as it is read: strings, templates and JSX text, with line ends and `{" "}` as spaces. */
export function readPageText(file: string, source: string): PageText[] {
  const texts: PageText[] = [];
  let line = 1;
  let run: PageText | null = null;
  let before = ""; // the identifier in front of a string, across = and (
  const flush = () => {
    if (run) texts.push({ line: run.line, text: run.text.replace(/\s+/g, " ").trim() });
    run = null;
  };
  const append = (text: string) => {
    run = run ? { line: run.line, text: run.text + text } : { line, text };
  };
  for (const { type, value } of file.endsWith(".tsx") ? jsTokens(source, { jsx: true }) : jsTokens(source)) {
    if (type === "JSXText") append(value);
    else if (
      type === "JSXIdentifier" &&
      !inlineElements.has(value) &&
      /^[A-Z]|^[a-z0-9]+$/.test(value) &&
      before === "<"
    )
      flush();
    else if (type === "StringLiteral" && value.slice(1, -1).trim() === "") append(" ");
    else if (/^(StringLiteral|JSXString|NoSubstitutionTemplate)$/.test(type) && !unreadBefore.test(before))
      texts.push({ line, text: value.slice(1, -1).replace(/\s+/g, " ").trim() });
    else if (/^Template(Head|Middle|Tail)$/.test(type))
      texts.push({ line, text: value.replace(/^[`}]|(`|\$\{)$/g, "").trim() });
    else if (value === ";") flush();
    if (/Identifier|JSXPunctuator/.test(type)) before = value === "=" ? before : value.replace("</", "<");
    else if (!/^(WhiteSpace|LineTerminatorSequence|Punctuator)$/.test(type)) before = "";
    line += value.split("\n").length - 1;
  }
  flush();
  return texts.filter(({ text }) => /[A-Za-z]{2}/.test(text));
}
