"use client";

import { useActionState } from "react";
import { ParagraphText } from "@/components/strategies/paragraph-text";
import { Button, ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Checkboxes, Select, TextArea, TextField } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";
import type { DraftParagraph, DraftSection } from "@/lib/strategies/drafts/draft.schema";
import { sharingLabels } from "@/lib/strategies/versions/block.rules";

type Option = { value: string; label: string };
type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  version: number;
  slug: string;
  section: DraftSection;
  foundations: Option[];
  themes: Option[];
  others: Option[];
  back: string;
};

/** One part: what it is called, what it is about, and its paragraphs, each with what can be done with it. */
export function SectionForm({ action, version, slug, section, foundations, themes, others, back }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  const text = (name: string, before: string | null) => {
    const submitted = values[name];
    return {
      name,
      error: errors[name],
      defaultValue: typeof submitted === "string" ? submitted : (before ?? undefined),
    };
  };
  const chosen = Array.isArray(values.themes) ? values.themes : section.themeIds;
  const { paragraphs } = section;
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={String(values.version ?? version)} />
      {/* what Enter does in a field: the first button of a form */}
      <p className="sr-only">
        <Button name="operation" value="save">
          Save this part
        </Button>
      </p>
      <TextField {...text("title", section.title)} label="Its title" />
      <TextArea {...text("summary", section.summary)} label="What it is about" hint="One plain sentence." rows={2} />
      <Select
        {...text("foundation", section.foundationId)}
        label="The foundation that it belongs to"
        emptyLabel="None of them"
        options={foundations}
      />
      <details className="mb-6" open={errors.themes !== undefined}>
        <summary className="link flex min-h-11 cursor-pointer items-center">
          Themes{chosen.length > 0 && `: ${chosen.length}`}
        </summary>
        <Checkboxes name="themes" legend="Its themes" options={themes} error={errors.themes} defaultValue={chosen} />
      </details>
      <TextArea
        {...text("canChange", section.canChange)}
        label="What can still change in this part"
        hint="You can leave it empty."
        rows={2}
      />
      <h2 className="mt-10 mb-2 text-2xl">Its paragraphs</h2>
      {paragraphs.length === 0 && <p className="mb-4">It has none yet.</p>}
      {paragraphs.map((paragraph, at) => (
        <Paragraph
          key={paragraph.key}
          slug={slug}
          paragraph={paragraph}
          number={at + 1}
          isLast={at === paragraphs.length - 1}
          others={others}
          field={text(`text-${paragraph.key}`, paragraph.text)}
          moveField={text(`to-${paragraph.key}`, null)}
          fundingField={(name, before) => text(`${name}-${paragraph.key}`, before)}
        />
      ))}
      <p className="my-6">
        <span className="flex flex-wrap gap-3">
          <Button kind="secondary" name="operation" value="add">
            Add a paragraph
          </Button>
          <Button kind="secondary" name="operation" value="fund">
            Add a line of the money
          </Button>
        </span>
      </p>
      <p className="flex flex-wrap gap-3 border-line border-t pt-6">
        <Button name="operation" value="save">
          Save this part
        </Button>
        <ButtonLink kind="secondary" href={back}>
          Go back without saving
        </ButtonLink>
      </p>
    </form>
  );
}

type Field = { name: string; error: string | undefined; defaultValue: string | undefined };
type ParagraphProps = {
  slug: string;
  paragraph: DraftParagraph;
  number: number;
  isLast: boolean;
  others: Option[];
  field: Field;
  moveField: Field;
  fundingField: (name: string, before: string | null) => Field;
};

function Paragraph({ slug, paragraph, number, isLast, others, field, moveField, fundingField }: ParagraphProps) {
  const { key, text, block } = paragraph;
  const operationButton = (name: string, label: string) => (
    <Button kind="secondary" name="operation" value={`${name}:${key}`}>
      {label}
      <span className="sr-only"> paragraph {number}</span>
    </Button>
  );
  const blockDescriptions = {
    heading: "heading",
    list: "list: an item a line",
    table: "table",
    picture: "picture: say what it shows",
  };
  return (
    <div id={`paragraph-${key}`} className="border-line border-t py-4">
      {block?.kind === "table" ? (
        <div className="mb-4">
          <p className="mb-1 font-semibold">Paragraph {number}, a table</p>
          <ParagraphText slug={slug} text={text} block={block} />
        </div>
      ) : block?.kind === "funding" ? (
        <FundingFields number={number} block={block} fundingField={fundingField} />
      ) : (
        <>
          {block?.kind === "picture" && (
            <div className="mb-3">
              <ParagraphText slug={slug} text={text} block={block} />
            </div>
          )}
          <TextArea
            {...field}
            label={`Paragraph ${number}${block ? `, a ${blockDescriptions[block.kind]}` : ""}`}
            rows={Math.min(12, Math.max(2, Math.ceil(text.length / 70)))}
          />
        </>
      )}
      <p className="flex flex-wrap gap-2">
        {number > 1 && operationButton("up", "Up")}
        {!isLast && operationButton("down", "Down")}
        {number > 1 && operationButton("split", "Begin a new part at")}
        {operationButton("remove", "Take out")}
      </p>
      {others.length > 0 && (
        <details className="mt-2" open={moveField.error !== undefined}>
          <summary className="link flex min-h-11 cursor-pointer items-center">
            Move to another part<span className="sr-only">: paragraph {number}</span>
          </summary>
          <Select {...moveField} label={`Move paragraph ${number} to`} emptyLabel="Choose a part" options={others} />
          {operationButton("move", "Move")}
        </details>
      )}
    </div>
  );
}

type FundingProps = {
  number: number;
  block: Extract<NonNullable<DraftParagraph["block"]>, { kind: "funding" }>;
  fundingField: ParagraphProps["fundingField"];
};

/** A line of the money: how much, how it is shared, who gets it, when it is decided, and where that is written. */
function FundingFields({ number, block, fundingField }: FundingProps) {
  return (
    <fieldset className="mb-4">
      <legend className="mb-2 font-semibold">Paragraph {number}, a line of the money</legend>
      <TextField {...fundingField("name", block.name)} label="What this money is called" />
      <TextField
        {...fundingField("amount", block.amount)}
        label="How much it is"
        hint="For example “£20 million, 2027 to 2030”."
      />
      <Select
        {...fundingField("sharing", block.sharing)}
        label="How it is shared"
        options={Object.entries(sharingLabels).map(([value, label]) => ({ value, label }))}
      />
      <TextField {...fundingField("who", block.who)} label="Who gets it" />
      <TextField {...fundingField("decided", block.decided)} label="When it is decided, and by whom" />
      <TextField
        {...fundingField("source", block.source)}
        label="Where that is written"
        hint="An address with https://. You can leave it empty."
      />
    </fieldset>
  );
}
