import { paths } from "@/lib/paths";

type Block =
  | { kind: "heading" }
  | { kind: "list"; isOrdered: boolean; items: string[] }
  | { kind: "table"; head: string[]; rows: string[][] }
  | { kind: "picture"; pictureId: string };

/** A paragraph as its strategy has it: words, a heading, a list, a table, or a picture with what it shows. */
export function ParagraphText({ slug, text, block }: { slug: string; text: string; block: Block | null }) {
  switch (block?.kind) {
    case "heading":
      return <h2 className="pt-2 text-xl font-semibold">{text}</h2>;
    case "list": {
      const List = block.isOrdered ? "ol" : "ul";
      return (
        <List className={`space-y-1 pl-6 ${block.isOrdered ? "list-decimal" : "list-disc"}`}>
          {block.items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items stand still, and two may be the same
            <li key={at}>{item}</li>
          ))}
        </List>
      );
    }
    case "table":
      return <WordsTable {...block} />;
    case "picture":
      return (
        // biome-ignore lint/performance/noImgElement: served by us in the document's own size, nothing for Next to do
        <img src={paths.picture(slug, block.pictureId)} alt={text} loading="lazy" className="h-auto max-w-full" />
      );
    default:
      return <p className="whitespace-pre-line break-words">{text}</p>;
  }
}

/** A table of a document: its first row is its heading, and it scrolls by itself where the screen is narrow. */
function WordsTable({ head, rows }: { head: string[]; rows: string[][] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="overflow-x-auto" aria-label={`Table: ${head.filter(Boolean).join(", ")}`} tabIndex={0}>
      <table className="w-full border-collapse text-left">
        <thead>
          <tr className="border-edge border-b-2">
            {head.map((cell, at) =>
              cell ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells stand still
                <th key={at} scope="col" className="py-2 pr-4 align-bottom font-semibold">
                  {cell}
                </th>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells stand still
                <td key={at} />
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows stand still
            <tr key={line} className="border-line border-b">
              {row.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells stand still
                <td key={at} className="py-2 pr-4 align-top">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
