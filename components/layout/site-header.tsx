import { LeaveButton } from "@/components/layout/leave-button";
import { paths } from "@/lib/routes";

const links = [
  { href: paths.find, label: "Find your strategy" },
  { href: paths.strategies, label: "Strategies" },
  { href: paths.leps, label: "LEPs" },
  { href: paths.unions, label: "For unions" },
  { href: paths.my, label: "My comments" },
  { href: paths.signIn, label: "Sign in" },
];

/** The same for everybody, so that pages can be cached. The first bar, with the button to leave, stays in view. */
export function SiteHeader() {
  return (
    <>
      <header className="on-banner sticky top-0 z-10 bg-banner text-on-banner print:static print:bg-card print:text-ink">
        <div className="shell flex items-center justify-between gap-4 py-1.5">
          <a
            href={paths.home}
            className="flex min-h-11 items-center gap-2.5 text-xl font-bold whitespace-nowrap no-underline"
          >
            <Logo />
            At the Table
          </a>
          <div className="print:hidden">
            <LeaveButton />
          </div>
        </div>
      </header>
      <nav
        aria-label="Main"
        className="on-banner border-b-[5px] border-gold bg-banner-deep text-on-banner print:hidden"
      >
        <ul className="shell flex flex-wrap gap-x-5 sm:gap-x-8">
          {links.map(({ href, label }) => (
            <li key={href}>
              <a href={href} className="inline-flex min-h-11 items-center underline-offset-4 hover:underline">
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

/** People round a table, one seat lit. */
function Logo() {
  return (
    <svg viewBox="0 0 32 32" className="hidden size-8 shrink-0 min-[23rem]:block" aria-hidden="true" focusable="false">
      <ellipse cx="16" cy="17" rx="9" ry="6" fill="none" stroke="currentColor" strokeWidth="2.5" />
      <g fill="currentColor">
        <circle cx="5" cy="10" r="3" />
        <circle cx="27" cy="10" r="3" />
        <circle cx="5" cy="25" r="3" />
        <circle cx="27" cy="25" r="3" />
        <circle cx="16" cy="5" r="3" />
      </g>
      <circle cx="16" cy="28.5" r="3.5" fill="#f4b63f" />
    </svg>
  );
}
