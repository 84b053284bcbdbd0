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
      lead="You may fear for your job if you speak up. So we keep as little about you as we can."
    >
      <div className="space-y-4 [&_h2]:pt-6 [&_h2]:text-2xl [&_ul]:list-disc [&_ul]:space-y-2 [&_ul]:pl-6">
        <h2>What we never ask</h2>
        <ul>
          <li>your name</li>
          <li>who you work for</li>
          <li>whether you are in a union</li>
          <li>your postcode</li>
        </ul>
        <h2>What we keep</h2>
        <ul>
          <li>What you write, and the choices that you make beside it.</li>
          <li>
            If you are signed in: what you began to write and have not sent. It is locked with a key, only you can see
            it, and it goes when you send it, when you throw it away, or after 30 days.
          </li>
          <li>
            Where you work and what kind of work it is, only if you choose to say so. You can leave both out. Beside
            your words we show the Local Enterprise Partnership (LEP) that your workplace is in, never the district or
            the kind of work. We count people by district and by kind of work, and show no count of fewer than 10.
          </li>
          <li>The week in which your comment went up. We show no day and no hour, since these could give you away.</li>
          <li>
            A made-up name for each strategy. If you comment on two strategies you have two, and nobody who reads the
            pages can tell that they are one person.
          </li>
        </ul>
        <h2>Your receipt</h2>
        <p>
          When you comment you get a receipt: a secret code. It is the only way back to your comment. We keep a
          scrambled form of it that we cannot turn back, so we cannot send it to you again. Keep it where nobody at work
          can see it.
        </p>
        <h2>Your device</h2>
        <ul>
          <li>
            If you only read, we set no{" "}
            <a className="link" href={paths.cookies}>
              cookie
            </a>
            . When you sign in or write we set up to three, which follow you nowhere else.
          </li>
          <li>
            Our pages fetch nothing from other companies: no trackers, no adverts, no outside letters or pictures.
          </li>
          <li>We write no internet address of yours into our records.</li>
          <li>
            The yellow button “Leave this page” takes you to a weather forecast at once, signs you out, and takes the
            page that you were on out of the “back” button. Press Escape three times for the same. It cannot take out
            the other pages of ours that you saw before: your browser still lists them in its history. Use a private
            window if somebody may look. Without JavaScript the button is a plain link: it signs you out, but the “back”
            button still comes back here.
          </li>
          <li>A computer that belongs to your employer may record what you do. Use your own phone if you can.</li>
        </ul>
        <h2>Who sees your words</h2>
        <p>
          Most often first a trade union rep for that area, who decides whether your comment follows the rules. Once it
          is up, everybody can read it. On some strategies the rep looks only afterwards: the page tells you so before
          you send. So leave out what would tell your boss that it was you: names, your exact job, a thing that only you
          saw.
        </p>
        <h2>When everybody sees it</h2>
        <p>
          Comments, replies and their numbers change together, most days in the morning: we call that an edition. So our
          pages do not show when you wrote or answered. You see your own at once, on{" "}
          <a className="link" href={paths.my}>
            My comments
          </a>
          . What you take back goes at once.
        </p>
        <h2>What you can ask of us</h2>
        <p>
          All of it is on{" "}
          <a className="link" href={paths.my}>
            My comments
          </a>
          , with your receipt or signed in, and happens at once:
        </p>
        <ul>
          <li>See all the data we hold about you, or download it.</li>
          <li>Change where you work. Change words that still wait for a rep.</li>
          <li>Take a comment back. Its words go, and a short note stays so that the replies still make sense.</li>
          <li>Withdraw your consent. All that you said about that strategy goes.</li>
          <li>Erase yourself. All of yours goes.</li>
        </ul>
        <p>
          <a className="link" href={paths.complaints}>
            Complain to us
          </a>{" "}
          if something is wrong, with or without a name. Whoever runs this service must answer within a month. You can
          also go to the Information Commissioner: ico.org.uk, telephone 0303 123 1113.
        </p>
        <h2>Why we may keep it</h2>
        <p>
          Because you agree, each time before the first comment or answer on a strategy. What you think about your work
          can say something about you that the law protects most, such as whether you are in a union. So we record which
          words you agreed to, and you can take that back as easily.
        </p>
        <h2>If you sign in with email</h2>
        <p>
          You can take part with an email address; reps and officers always do. We keep it locked with a key, and use it
          only to sign you in, to tell you that there is something new for you, and to send what you asked for. Such an
          email never says what it is about, and one press stops it. No list says which comments are yours: only our key
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
