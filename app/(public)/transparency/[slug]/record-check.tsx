import { TextField } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { paths } from "@/lib/routes";

/** Recomputes all hashes of a record in the reader's browser. Without JavaScript it explains how to do so by script. */
export function RecordCheck({ slug }: { slug: string }) {
  return (
    <>
      <form id="check-record" hidden data-api={paths.apiRecord(slug)}>
        <TextField
          name="savedNumber"
          label="A check number you wrote down"
          hint="You can leave this blank."
          autoComplete="off"
        />
        <Button kind="secondary">Check all decisions now</Button>
        <div id="check-result" role="status" className="measure mt-4" />
      </form>
      <p className="measure">
        You do not have to trust this page. <a href={paths.apiRecord(slug)}>Download the record</a> and check it with a
        short script of your own. The guide to the record’s format has one of 30 lines.
      </p>
      <script src="/browser/check-record.js" defer />
    </>
  );
}
