import type { Metadata } from "next";
import { Page } from "@/components/ui/page";
import { faultCodes, reasons } from "@/lib/moderation/decisions/reason.rules";
import { daysToDecide } from "@/lib/moderation/queue/case.rules";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "Rules for comments" };

/** What may be written, who decides, and what an author can do. */
export default function RulesPage() {
  return (
    <Page title="Rules for comments" lead="What you can write, who decides, and what you can do if you disagree.">
      <div className="space-y-4 [&_h2]:pt-6 [&_h2]:text-2xl [&_ul]:list-disc [&_ul]:space-y-2 [&_ul]:pl-6">
        <h2>What you can write</h2>
        <ul>
          <li>Say what the strategy means for your job, your family or your town.</li>
          <li>You can be angry. You can be blunt. You can criticise politicians and big organisations.</li>
          <li>Write in your own way. Spelling does not matter.</li>
          <li>Do not say who you are, or who anybody you work with is.</li>
        </ul>
        <h2>Why a comment may not be published</h2>
        <ul>
          {faultCodes.map((code) => (
            <li key={code}>
              <strong>{reasons[code].title}.</strong> {reasons[code].text}
            </li>
          ))}
        </ul>
        <p>These are all the reasons there are. That a rep does not agree with you is not one of them.</p>
        <h2>Who decides</h2>
        <p>
          Union reps decide. Your employer does not, and nor do the people who lead the strategy. A rep should read a
          new comment within {daysToDecide.pre_moderation} days. Some strategies publish comments first, and a rep reads
          them afterwards. A computer can mark text for the rep, or hold a comment until they read it. It never rejects
          one.
        </p>
        <h2>What a rep can do</h2>
        <ul>
          <li>Publish your comment.</li>
          <li>Send it back, and say what to change. You can change it and send it again.</li>
          <li>Mask text that could show who somebody is, and publish the rest.</li>
          <li>Reject it, or remove it later.</li>
        </ul>
        <p>You can always see which reason they chose. The rep’s name is not public, but the decision is.</p>
        <h2>If you think a decision is wrong</h2>
        <p>
          You can appeal once against each decision not to publish, to remove, or to warn or suspend you. Another rep
          should read your appeal within {daysToDecide.appeal} days. The first rep cannot decide it.
        </p>
        <h2>If somebody breaks the rules again and again</h2>
        <p>
          A rep can warn them, read their comments first, or suspend them for up to 28 days. This is for one strategy
          only.
        </p>
        <h2>If you see something wrong</h2>
        <p>
          Use “Report” under a comment. You do not have to say who you are. A rep should read reports of illegal
          comments before anything else, within {daysToDecide.illegal} day.
        </p>
        <p>
          See{" "}
          <a className="link" href={paths.transparency}>
            how we moderate, with numbers
          </a>{" "}
          and{" "}
          <a className="link" href={paths.repGuide}>
            the guide that reps use
          </a>
          .
        </p>
      </div>
    </Page>
  );
}
