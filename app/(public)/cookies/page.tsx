import type { Metadata } from "next";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { deviceStorage, siteCookies } from "@/lib/auth/cookie.rules";

export const metadata: Metadata = { title: "Cookies" };

export default function CookiesPage() {
  return (
    <Page title="Cookies" lead="If you only read, we set no cookies.">
      <p className="mb-4">
        A cookie is a small file that your browser stores for us. We only set the cookies below, and only when you sign
        in or write. The website needs them to work, so the law does not require us to ask you first. They do not follow
        you to other websites, and only we can read them.
      </p>
      <Table
        caption="Our cookies"
        head={["Name", "Purpose", "Expires"]}
        rows={siteCookies.map(({ name, why, lasts }) => [name, why, lasts])}
      />
      <p>On a secure connection, their names start with “__Host-”.</p>
      <Table
        caption="What else we store on your device"
        head={["Name", "Purpose", "Expires"]}
        rows={deviceStorage.map(({ name, why, lasts }) => [name, why, lasts])}
      />
    </Page>
  );
}
