import type { ReactNode } from "react";
import { ResultSegments, ResultText, WhenResult } from "@/components/forms/form-result";

/** In a form whose text was not saved: the colleague's text beside the submitted one, with the differences marked. */
export function SideBySideTexts() {
  return (
    <WhenResult name="by">
      <div className="mb-8 grid gap-6 sm:grid-cols-2">
        <TextColumn
          id="current-text"
          title={
            <>
              What <ResultText name="by" /> saved
            </>
          }
          segments="current"
        />
        <TextColumn id="submitted-text" title="What you wrote" segments="submitted" />
      </div>
    </WhenResult>
  );
}

function TextColumn({ id, title, segments }: { id: string; title: ReactNode; segments: string }) {
  return (
    <section aria-labelledby={id} className="rounded-md border-2 border-line bg-card p-4">
      <h2 id={id} className="mb-2 text-xl">
        {title}
      </h2>
      <p className="whitespace-pre-wrap break-words" dir="auto">
        <ResultSegments name={segments} />
      </p>
    </section>
  );
}
