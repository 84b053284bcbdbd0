import {
  IdentifyingDetailsCallout,
  IdentifyingDetailsWarning,
} from "@/components/comments/identifying-details-warning";

/**
 * What helps while one writes, where scripts run: how much room is left, and what in the words could show who somebody
 * is, found on this device alone. Without scripts it is said of the text that the form came with. The parts are there from the start, so that a screen reader says what comes into them.
 */
export function WritingHelp({ field, text = "" }: { field: string; text?: string }) {
  return (
    <div data-help-for={`field-${field}`} className="-mt-4 mb-6">
      <p data-part="characters-left" role="status" className="text-muted" />
      <div data-part="identifying-details" role="status">
        <template>
          <IdentifyingDetailsCallout details={[]} />
        </template>
        <IdentifyingDetailsWarning text={text} />
      </div>
      <script src="/browser/writing-form.js" defer />
    </div>
  );
}
