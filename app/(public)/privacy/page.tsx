import type { Metadata } from "next";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { retention } from "@/lib/people/privacy/retention.rules";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "Privacy and safety" };

export default function PrivacyPage() {
  return (
    <Page
      title="Privacy and safety"
      lead="You may worry about your job if you speak up. So we hold as little data about you as we can."
    >
      <div className="space-y-4 [&_h2]:pt-6 [&_h2]:text-2xl [&_ul]:list-disc [&_ul]:space-y-2 [&_ul]:pl-6">
        <h2>What we never ask for</h2>
        <ul>
          <li>your name</li>
          <li>who you work for</li>
          <li>whether you are in a union</li>
          <li>your postcode</li>
        </ul>
        <h2>What we store</h2>
        <ul>
          <li>What you write, and the details you give with it.</li>
          <li>
            If you are signed in, your drafts. They are locked, and only you can see them. We delete them when you send
            them, when you throw them away, or after 30 days.
          </li>
          <li>
            Where you work and what kind of work you do, if you choose to tell us. Next to your comment we show the
            Local Enterprise Partnership (LEP) area you work in. We never show the district or the kind of work. We
            count people by district and by kind of work, and never show a count of fewer than 10.
          </li>
          <li>
            The week your comment was published. We never show the day or the hour, because they could identify you.
          </li>
          <li>
            A made-up name for each strategy. If you comment on 2 strategies you have 2 names. No reader can tell that
            they are the same person.
          </li>
        </ul>
        <h2>Your receipt</h2>
        <p>
          When you comment you get a receipt: a secret code. It is the only way back to your comment. We only store a
          scrambled form of it, so we cannot send it to you again. Keep it where nobody at work can see it.
        </p>
        <h2>Your device</h2>
        <ul>
          <li>
            If you only read, we set no{" "}
            <a className="link" href={paths.cookies}>
              cookie
            </a>
            . When you sign in or write we set up to 3. They do not follow you to other websites.
          </li>
          <li>Our pages load nothing from other companies: no trackers, adverts, fonts or pictures.</li>
          <li>We do not record your internet (IP) address.</li>
          <li>
            The yellow button “Leave this page” takes you straight to a weather forecast, signs you out, and stops the
            “back” button from going back to the page. Pressing Escape 3 times does the same. It cannot remove other
            pages of ours that you visited: they stay in your browser’s history. Use a private window if somebody might
            look. Without JavaScript the button is a plain link: it signs you out, but the “back” button still returns
            here.
          </li>
          <li>Your employer’s computer may record what you do. Use your own phone if you can.</li>
        </ul>
        <h2>Who sees your comment</h2>
        <p>
          Most of the time a trade union rep for the area reads it first, and checks if it follows the rules. Once it is
          published, everyone can read it. On some strategies the rep only checks afterwards. We tell you this before
          you send. So leave out anything that would tell your boss it was you: names, your exact job, or something only
          you saw.
        </p>
        <h2>When it appears</h2>
        <p>
          Comments, replies and totals all change together, usually once a day in the morning. We call this an edition.
          It means nobody can see when you wrote or reacted. You can see your own straight away, on{" "}
          <a className="link" href={paths.my}>
            My comments
          </a>
          . Anything you withdraw goes straight away.
        </p>
        <h2>Your rights</h2>
        <p>
          You can do all of this on{" "}
          <a className="link" href={paths.my}>
            My comments
          </a>
          , with your receipt or signed in. It happens straight away:
        </p>
        <ul>
          <li>See all the data we hold about you, or download it.</li>
          <li>Change where you work. Change a comment that is still waiting for a rep.</li>
          <li>Withdraw a comment. We delete it, and a short note stays so that replies still make sense.</li>
          <li>Withdraw your consent. We delete everything you wrote about that strategy.</li>
          <li>
            Erase your data. We delete all you wrote and all we hold about you. Published text goes within 3 editions,
            at random for each strategy.
          </li>
        </ul>
        <p>
          <a className="link" href={paths.complaints}>
            Complain to us
          </a>{" "}
          if something is wrong, with or without your name. The people who run this service must answer within a month.
          You can also go to the Information Commissioner: ico.org.uk, telephone 0303 123 1113.
        </p>
        <h2>Our legal reason</h2>
        <p>
          You give consent before your first comment or reaction on each strategy. What you think about your work can
          show things that the law gives more cover to, such as whether you are in a union. So we record what you agreed
          to. You can withdraw it just as easily.
        </p>
        <h2>If you sign in by email</h2>
        <p>
          You can take part with an email address. Reps and officers always do. We store it locked. We only use it to
          sign you in, to tell you there is something new, and to send what you asked for. These emails never say what
          they are about, and you can stop them with one button. No list shows which comments are yours. Only our key
          can find that out.
        </p>
        <h2>How long we keep data</h2>
        <Table
          caption="How long we keep data"
          showCaption={false}
          head={["what", "how long", "what ends it"]}
          rows={retention.map(({ what, period, by }) => [what, period, by])}
        />
      </div>
    </Page>
  );
}
