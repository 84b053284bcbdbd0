import { type Option, Select, TextArea, TextField } from "@/components/forms/fields";
import { FoldedField } from "@/components/forms/folded-field";
import { ParagraphText } from "@/components/strategies/paragraph-text";
import { Button } from "@/components/ui/button";
import type { DraftParagraph } from "@/lib/strategies/drafts/draft.schema";
import { sharingLabels } from "@/lib/strategies/versions/block.rules";
import type { FundingBlock } from "@/lib/strategies/versions/block.schema";

const blockDescriptions = {
  heading: "heading",
  list: "list: one item per line",
  table: "table",
  picture: "picture: describe what it shows",
};

type Props = { slug: string; paragraph: DraftParagraph; number: number; isLast: boolean; otherSections: Option[] };

/**
 * One paragraph of a section's form, with the buttons that move or remove it. Each field has its own default: after a
 * colleague's change the page may show paragraphs of which the form that was sent had no values.
 */
export function ParagraphFields({ slug, paragraph, number, isLast, otherSections }: Props) {
  const { key } = paragraph;
  const operationButton = (operation: string, label: string) => (
    <Button kind="secondary" name="operation" value={`${operation}:${key}`}>
      {label}
      <span className="sr-only"> paragraph {number}</span>
    </Button>
  );
  return (
    <div id={`paragraph-${key}`} className="border-line border-t py-4">
      <ParagraphContent slug={slug} paragraph={paragraph} number={number} />
      <p className="flex flex-wrap gap-2">
        {number > 1 && operationButton("up", "Up")}
        {!isLast && operationButton("down", "Down")}
        {number > 1 && operationButton("split", "Start a new section at")}
        {operationButton("remove", "Remove")}
      </p>
      {otherSections.length > 0 && (
        <FoldedField
          name={`to-${key}`}
          className="mt-2"
          summary={
            <>
              Move to another section<span className="sr-only">: paragraph {number}</span>
            </>
          }
        >
          <Select
            name={`to-${key}`}
            label={`Move paragraph ${number} to`}
            emptyLabel="Choose a section"
            options={otherSections}
          />
          {operationButton("move", "Move")}
        </FoldedField>
      )}
    </div>
  );
}

function ParagraphContent({ slug, paragraph, number }: Pick<Props, "slug" | "paragraph" | "number">) {
  const { key, text, block } = paragraph;
  if (block?.kind === "table") {
    return (
      <div className="mb-4">
        <p className="mb-1 font-semibold">Paragraph {number}, a table</p>
        <ParagraphText slug={slug} text={text} block={block} />
      </div>
    );
  }
  if (block?.kind === "funding") return <FundingFields fieldKey={key} number={number} block={block} />;
  return (
    <>
      {block?.kind === "picture" && (
        <div className="mb-3">
          <ParagraphText slug={slug} text={text} block={block} />
        </div>
      )}
      <TextArea
        name={`text-${key}`}
        defaultValue={text}
        label={`Paragraph ${number}${block ? `, a ${blockDescriptions[block.kind]}` : ""}`}
        rows={Math.min(12, Math.max(2, Math.ceil(text.length / 70)))}
      />
    </>
  );
}

/** A funding line: how much, how it is shared, who gets it, when it is decided, and where that is published. */
function FundingFields({ fieldKey, number, block }: { fieldKey: string; number: number; block: FundingBlock }) {
  const field = (name: keyof FundingBlock) => ({
    name: `${name}-${fieldKey}`,
    defaultValue: block[name] ?? undefined,
  });
  return (
    <fieldset className="mb-4">
      <legend className="mb-2 font-semibold">Paragraph {number}, a funding line</legend>
      <TextField {...field("name")} label="Name of the fund" />
      <TextField {...field("amount")} label="Amount" hint="For example, “£20 million, 2027 to 2030”." />
      <Select
        {...field("sharing")}
        label="How it is shared"
        options={Object.entries(sharingLabels).map(([value, label]) => ({ value, label }))}
      />
      <TextField {...field("who")} label="Who gets it" />
      <TextField {...field("decided")} label="When it is decided, and who decides" />
      <TextField
        {...field("source")}
        label="Source"
        hint="A web address starting with https://. You can leave this blank."
      />
    </fieldset>
  );
}
