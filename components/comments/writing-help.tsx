import {
  IdentifyingDetailsCallout,
  IdentifyingDetailsWarning,
  TypedDetailsWarning,
} from "@/components/comments/identifying-details-warning";
import { UntilSubmitted } from "@/components/forms/form-result";

/**
 * Help for a field of a form, by a script: how many characters are left, and what in the text could show who somebody
 * is, found on this device alone. Without scripts the warning is about the text that the page came with. The parts are
 * in the page from the start, so that screen readers announce what comes into them.
 * @param isFirst false for further fields of a page: its one script helps with all
 */
export function WritingHelp({ field, text = "", isFirst = true }: { field: string; text?: string; isFirst?: boolean }) {
  return (
    <div data-help-for={`field-${field}`} className="-mt-4 mb-6">
      <p data-part="characters-left" role="status" className="text-muted" />
      <div data-part="identifying-details" role="status">
        <template>
          <IdentifyingDetailsCallout list={<ul className="list-disc pl-5 break-words" />} />
        </template>
        <UntilSubmitted>
          <IdentifyingDetailsWarning text={text} />
        </UntilSubmitted>
        <TypedDetailsWarning />
      </div>
      {isFirst && <script src="/browser/writing-form.js" defer />}
    </div>
  );
}
