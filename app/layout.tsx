import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { SessionNotice } from "@/components/layout/session-notice";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import { SkipLink } from "@/components/layout/skip-link";
import { getHeaderPerson, getSessionLimits } from "@/lib/auth/current-session";
import "@/app/globals.css";

// lib/server caches pages; Next itself caches none
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { template: "%s – At the Table", default: "At the Table: working people on local industrial strategies" },
  description: "Say what your area's industrial strategy means for your job and your town.",
  icons: { icon: "/icon.svg" },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#5b1a4f" },
    { media: "(prefers-color-scheme: dark)", color: "#3a1233" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const person = await getHeaderPerson();
  const limits = await getSessionLimits(); // none on a page for everybody, which is made for nobody
  return (
    <html lang="en-GB">
      <body className="flex min-h-dvh flex-col">
        <SkipLink />
        <SiteHeader person={person} />
        <main id="main" tabIndex={-1} className="grow">
          {children}
        </main>
        {limits && <SessionNotice {...limits} />}
        <SiteFooter />
        <script src="/browser/leave.js" defer />
        <script src="/browser/header.js" defer />
      </body>
    </html>
  );
}
