import type { Metadata } from "next";
import { Page } from "@/components/ui/page";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "Accessibility" };

export default function AccessibilityPage() {
  return (
    <Page title="Accessibility" lead="Everybody who works should be able to use this website.">
      <div className="space-y-4 [&_h2]:pt-6 [&_h2]:text-2xl [&_ul]:list-disc [&_ul]:space-y-2 [&_ul]:pl-6">
        <h2>What you should be able to do</h2>
        <ul>
          <li>use everything with just a keyboard</li>
          <li>use a screen reader to read every page</li>
          <li>make text 4 times as large, even on a small phone, without scrolling sideways</li>
          <li>use dark mode: pages follow your device’s setting</li>
          <li>take part with JavaScript switched off</li>
          <li>print any page</li>
        </ul>
        <h2>Our standard, and how we test</h2>
        <p>
          We build to the Web Content Accessibility Guidelines 2.2 at level AA. Our own tests check the pages each time
          the code changes, in light and dark mode, and at phone and desktop widths. Tests like these only find some
          faults. Disabled people have not yet tested these pages.
        </p>
        <h2>Known problems</h2>
        <ul>
          <li>
            On a phone you need to scroll sideways to see wide tables and the map of LEPs. The table below the map has
            the same facts.
          </li>
          <li>Other websites we link to may not work well for you.</li>
        </ul>
        <h2>Report a problem</h2>
        <p>
          <a className="link" href={paths.complaints}>
            Tell us about it
          </a>
          . Say which page it was and what you were trying to do. You do not have to say who you are or why you need it.
          The people who run this service must answer within a month.
        </p>
      </div>
    </Page>
  );
}
