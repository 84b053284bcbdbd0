import type { Metadata } from "next";
import { Page } from "@/components/ui/page";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "Accessibility" };

export default function AccessibilityPage() {
  return (
    <Page title="Accessibility" lead="Everybody who works should be able to use these pages.">
      <div className="space-y-4 [&_h2]:pt-6 [&_h2]:text-2xl [&_ul]:list-disc [&_ul]:space-y-2 [&_ul]:pl-6">
        <h2>What you should be able to do</h2>
        <ul>
          <li>read and do everything with a keyboard alone</li>
          <li>use a screen reader, and hear what each part is</li>
          <li>make the letters four times as large, on a small phone too, without reading sideways</li>
          <li>read in the dark: the pages follow the setting of your device</li>
          <li>take part with JavaScript switched off</li>
          <li>print any page</li>
        </ul>
        <h2>What we aim at, and how we check</h2>
        <p>
          We build to the Web Content Accessibility Guidelines 2.2 at level AA. Our own tests look for faults in the
          pages each time the code changes, in light and in dark, at the width of a small phone and of a desk. Tests by
          machine find only some faults. People with disabilities have not yet tested these pages.
        </p>
        <h2>What we know is not right yet</h2>
        <ul>
          <li>
            The map of LEPs and wide tables need scrolling sideways on a phone. The map’s facts are in the table below
            it.
          </li>
          <li>Pages of other organisations that we link to may not work for you.</li>
        </ul>
        <h2>If something does not work</h2>
        <p>
          <a className="link" href={paths.complaints}>
            Tell us
          </a>
          . Say which page it was and what you were trying to do. You do not have to say who you are, or why you need
          it. Whoever runs this service must answer within a month.
        </p>
      </div>
    </Page>
  );
}
