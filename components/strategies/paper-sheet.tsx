import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { ownStanceLabels } from "@/lib/comments/comment.rules";

type Props = {
  areaName: string;
  sections: { number: number; title: string }[];
  isLarge: boolean;
  /** The page itself, which has a version in large type. */
  pageUrl: string;
};

/** A form to print on A4, in normal or large type, for people who do not comment online. */
export function PaperSheet({ areaName, sections, isLarge, pageUrl }: Props) {
  return (
    <div className="sheet">
      <Page title={`${areaName}: what do you think?`}>
        <div className={isLarge ? "text-2xl leading-relaxed" : ""}>
          <p className="mb-6 text-base print:hidden">
            Print this page on A4 paper.{" "}
            <TextLink href={isLarge ? pageUrl : `${pageUrl}?size=large`}>
              {isLarge ? "Standard print version" : "Large print version"}
            </TextLink>
          </p>
          <p className="mb-4">
            Give this form to your union rep. They will copy it and give you a slip with a code. Use the code to see
            what happened to your comment, or to withdraw it. Do not write your name. Leave out anything only you could
            know.
          </p>
          <div className="print:grid print:grid-cols-2 print:gap-8">
            <TickBoxes name="Which section is it about? Tick one.">
              {sections.map(({ number, title }) => `${number}. ${title}`)}
            </TickBoxes>
            <TickBoxes name="What is your view on it? You do not have to answer.">
              {Object.values(ownStanceLabels)}
            </TickBoxes>
          </div>
          <h2 className="mb-1 font-bold">
            Where is your workplace? Just give the district. You do not have to answer.
          </h2>
          <WritingLines count={1} />
          {/* one side of a sheet: for three more parts two lines fewer; large letters take both sides */}
          <h2 className={`mb-1 font-bold ${isLarge ? "break-before-page" : ""}`}>Your comment</h2>
          <WritingLines
            count={isLarge ? 16 : Math.max(4, 13 - Math.ceil((sections.length * 2) / 3))}
            isTall={isLarge}
          />
          <TickBoxes name="Tick this box, or we cannot use your comment.">
            {["I agree that you can store my comment and publish it without my name. I can withdraw it at any time."]}
          </TickBoxes>
        </div>
      </Page>
    </div>
  );
}

function TickBoxes({ name, children }: { name: string; children: string[] }) {
  return (
    <section className="mb-5 break-inside-avoid">
      <h2 className="mb-1 font-bold">{name}</h2>
      <ul className="space-y-1">
        {children.map((choice) => (
          <li key={choice} className="flex items-start gap-3">
            <span aria-hidden="true" className="mt-1 inline-block size-[0.9em] shrink-0 border-2 border-ink" />
            {choice}
          </li>
        ))}
      </ul>
    </section>
  );
}

function WritingLines({ count, isTall = false }: { count: number; isTall?: boolean }) {
  return (
    <div aria-hidden="true" className="mb-6">
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all lines are the same
        <div key={at} className={`h-[2.2em] border-edge border-b ${isTall ? "print:h-[12mm]" : "print:h-[8.5mm]"}`} />
      ))}
    </div>
  );
}
