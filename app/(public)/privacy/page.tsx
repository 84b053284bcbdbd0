import type { Metadata } from "next";
import { Page } from "@/components/ui/page";
import { paths } from "@/lib/paths";

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
            Where you work and what kind of work it is, only if you choose to say so. You can leave both out. We count
            with them; we do not show them beside your words.
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
            We set one cookie, and only when you sign in or come back with a receipt. It follows you nowhere else.
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
          First a trade union rep for that area, who decides whether your comment follows the rules. Once it is up,
          everybody can read it. So leave out what would tell your boss that it was you: names, your exact job, a thing
          that only you saw.
        </p>
        <h2>Taking it back</h2>
        <p>
          Go to{" "}
          <a className="link" href={paths.my}>
            My comments
          </a>{" "}
          with your receipt. You can withdraw a comment there. Its text goes at once; a short note stays in its place so
          that the replies still make sense.
        </p>
        <h2>If you sign in with e-mail</h2>
        <p>
          Reps and officers sign in with an e-mail address. We keep it locked with a key, and use it only to sign you in
          and to tell you what you asked to know.
        </p>
      </div>
    </Page>
  );
}
