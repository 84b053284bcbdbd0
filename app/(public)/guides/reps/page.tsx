import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { practiceCases } from "@/lib/moderation/decisions/practice.rules";
import { faultCodes, reasons } from "@/lib/moderation/decisions/reason.rules";
import { paths } from "@/lib/routes";
import { PracticeAnswer, PracticeText } from "./practice/practice-case";

export const metadata: Metadata = { title: "Guide for reps" };

/** Comments of the practice queue that show one thing each. */
const examples = [
  { title: "Mask what identifies, keep the point", number: 3 },
  { title: "Send back what the author can put right", number: 6 },
  { title: "Publish what you would rather not read", number: 20 },
  { title: "Put the person first", number: 17 },
];

export default function RepGuidePage() {
  return (
    <Page title="Guide for reps" lead="How to decide on comments quickly and fairly. Anybody can read this.">
      <div className="space-y-4 [&_h2]:pt-6 [&_h2]:text-2xl [&_h3]:pt-3 [&_h3]:text-xl [&_ol]:list-decimal [&_ol]:space-y-2 [&_ol]:pl-6 [&_ul]:list-disc [&_ul]:space-y-2 [&_ul]:pl-6">
        <h2>Before you start</h2>
        <p>Practise on made-up comments. They change nothing and nobody sees what you choose.</p>
        <p>
          <ButtonLink href={paths.practice}>Start practising</ButtonLink>
        </p>
        <h2>Four questions, in this order</h2>
        <ol>
          <li>Is somebody in danger? Offer help and call your safeguarding contact, then decide.</li>
          <li>Could somebody be identified? Mask it, or ask the author to change it.</li>
          <li>Does it break another rule? Choose the reason that fits best.</li>
          <li>If not, publish it. You do not have to agree with it.</li>
        </ol>
        <h2>Which decision</h2>
        <ul>
          <li>
            <strong>Publish</strong>, unless a rule says no.
          </li>
          <li>
            <strong>Mask and publish</strong> when a few words identify somebody and the rest stands without them.
          </li>
          <li>
            <strong>Send back</strong> when the author can put it right. Say which part, and be kind.
          </li>
          <li>
            <strong>Reject</strong> when nothing would be left.
          </li>
        </ul>
        <h2>The reasons</h2>
        <ul>
          {faultCodes.map((code) => (
            <li key={code}>
              <strong>{reasons[code].title}.</strong> The author reads: “{reasons[code].text}”
            </li>
          ))}
        </ul>
        <h2>Worked examples</h2>
        {examples.map(({ title, number }) => {
          const example = practiceCases[number - 1];
          return (
            example && (
              <section key={number} aria-labelledby={`example-${number}`}>
                <h3 id={`example-${number}`}>{title}</h3>
                <PracticeText text={example.text} />
                <PracticeAnswer {...example} />
              </section>
            )
          );
        })}
        <h2>What the marks mean</h2>
        <p>
          Before you read a comment, simple checks mark what they find, such as a phone number, a link or a threat. They
          are often wrong. A mark is a hint to read twice, never a reason on its own.
        </p>
        <h2>When you should not decide</h2>
        <p>
          You cannot decide on what you or your union wrote, or on an appeal against your own decision. If you know the
          author or the people it is about, pass it to a colleague and choose “I am stepping back”. Colleagues are not
          shown that you did.
        </p>
        <h2>When you made a mistake</h2>
        <p>
          You can undo a decision until the next edition. After that another rep can reopen the case. The record shows
          both.
        </p>
        <h2>Look after yourself</h2>
        <p>
          Comments that may be upsetting are blurred until you open them. Take breaks. You can talk to Samaritans on{" "}
          <a className="link" href="tel:116123">
            116 123
          </a>
          , free, at any time.
        </p>
        <p>
          <a className="link" href={paths.rules}>
            The rules for comments
          </a>
        </p>
      </div>
    </Page>
  );
}
