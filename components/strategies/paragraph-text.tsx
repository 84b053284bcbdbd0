import { ScrollRegion } from "@/components/ui/scroll-region";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/routes";
import { sharingLabels } from "@/lib/strategies/versions/block.rules";

type Block =
  | { kind: "heading" }
  | ListBlock
  | { kind: "table"; head: string[]; rows: string[][] }
  | { kind: "picture"; pictureId: string }
  | ({ kind: "funding" } & FundingFacts);

type ListBlock = {
  kind: "list";
  isOrdered: boolean;
  items: string[];
  levels?: number[] | undefined;
  hasOwnMarkers?: boolean | undefined;
};

type FundingFacts = {
  name: string;
  amount: string;
  sharing: keyof typeof sharingLabels;
  who: string;
  decided: string;
  source: string | null;
};

/**
 * A paragraph of a strategy: plain text, a heading, a list, a table, a funding line, or a picture with its description.
 */
export function ParagraphText({ slug, text, block }: { slug: string; text: string; block: Block | null }) {
  switch (block?.kind) {
    case "heading":
      return <h2 className="pt-2 text-xl font-semibold">{text}</h2>;
    case "list":
      return <NestedList block={block} from={0} to={block.items.length} />;
    case "funding":
      return <Funding {...block} />;
    case "table":
      return <BlockTable {...block} />;
    case "picture":
      return (
        // biome-ignore lint/performance/noImgElement: we serve it in the document's own size, so Next has nothing to optimise
        <img src={paths.picture(slug, block.pictureId)} alt={text} loading="lazy" className="h-auto max-w-full" />
      );
    default:
      return <p className="whitespace-pre-line break-words">{text}</p>;
  }
}

/** Items `from` to `to` of a list, each with the deeper ones that follow it as a list of its own. */
function NestedList({ block, from, to }: { block: ListBlock; from: number; to: number }) {
  const { items, levels = [], isOrdered, hasOwnMarkers } = block;
  const level = (at: number) => levels[at] ?? 0;
  const own: { at: number; end: number }[] = [];
  for (let at = from; at < to; at += 1) {
    const last = own.at(-1);
    if (last && level(at) > level(last.at)) last.end = at + 1;
    else own.push({ at, end: at + 1 });
  }
  const List = isOrdered && !hasOwnMarkers ? "ol" : "ul";
  const style = hasOwnMarkers ? "list-none pl-4" : isOrdered ? "list-decimal pl-6" : "list-disc pl-6";
  return (
    <List className={`space-y-1 ${style}`}>
      {own.map(({ at, end }) => (
        <li key={at}>
          {items[at]}
          {end > at + 1 && <NestedList block={block} from={at + 1} to={end} />}
        </li>
      ))}
    </List>
  );
}

/** A funding line: how much, how it is shared, who gets it, when it is decided, and where that is published. */
function Funding({ name, amount, sharing, who, decided, source }: FundingFacts) {
  const facts = [
    ["How much", amount],
    ["How it is shared", sharingLabels[sharing]],
    ["Who gets it", who],
    ["When it is decided", decided],
  ];
  return (
    <div className="border-gold border-l-4 bg-card p-4">
      <p className="mb-1 font-semibold text-lg">{name}</p>
      <dl className="space-y-1">
        {facts.map(([term, value]) => (
          <div key={term} className="sm:grid sm:grid-cols-[10rem_1fr] sm:gap-4">
            <dt className="text-muted">{term}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {source && (
        <TextLink href={source} rel="noreferrer">
          Source<span className="sr-only">: {name}</span>
        </TextLink>
      )}
    </div>
  );
}

/** A cell of a heading row; one without text heads nothing. */
function HeadCell({ text }: { text: string }) {
  if (!text) return <td />;
  return (
    <th scope="col" className="py-2 pr-4 align-bottom font-semibold">
      {text}
    </th>
  );
}

/** A table of a document, with its first row as the heading. It scrolls on its own on narrow screens. */
function BlockTable({ head, rows }: { head: string[]; rows: string[][] }) {
  return (
    <ScrollRegion label={`Table: ${head.filter(Boolean).join(", ")}`} className="">
      <table className="w-full border-collapse text-left">
        <thead>
          <tr className="border-edge border-b-2">
            {head.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells do not move
              <HeadCell key={at} text={cell} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows do not move
            <tr key={rowIndex} className="border-line border-b">
              {row.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells do not move
                <td key={at} className="py-2 pr-4 align-top">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
