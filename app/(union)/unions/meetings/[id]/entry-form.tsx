import { WritingHelp } from "@/components/comments/writing-help";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField, type Option, Select, TextArea } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { maxCommentLength } from "@/lib/comments/comment.schema";
import { newFormId } from "@/lib/security/encryption";
import { recordEntryAction } from "./actions";

type Props = {
  /** Of the meeting record. */
  id: string;
  sections: Option[];
  districts: Option[];
  defaults: { section: string; district: string };
};

const stances = [
  { value: "for", label: "For" },
  { value: "neutral", label: "Neither for nor against" },
  { value: "against", label: "Against" },
];

/** One comment. The text has the focus, so that somebody can record a meeting by keyboard alone. */
export function EntryForm({ id, sections, districts, defaults }: Props) {
  return (
    <ActionForm action={recordEntryAction.bind(null, { id })} defaults={defaults}>
      <HiddenField name="formId" value={newFormId()} isRetained />
      <TextArea
        name="text"
        label="What the person said"
        hint={`In their own words, without names. Up to ${maxCommentLength.toLocaleString("en-GB")} characters.`}
        rows={5}
        maxLength={maxCommentLength}
        autoFocus
      />
      <WritingHelp field="text" />
      <Select name="section" label="Section" emptyLabel="Choose a section" options={sections} />
      <Select name="stance" label="Their view" emptyLabel="No answer" options={stances} />
      <Select name="district" label="Where they work" emptyLabel="No answer" options={districts} />
      <Button>Save and record another</Button>
    </ActionForm>
  );
}
