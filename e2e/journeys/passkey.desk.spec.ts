import { expect, expectNoViolations, signOut, test } from "@/e2e/support/fixtures";
import { createStaff } from "@/e2e/support/staff";

test("a rep makes a passkey, signs in with it, and takes one of two off", async ({ page, context, signInAs }) => {
  test.slow();
  const devices = await context.newCDPSession(page);
  await devices.send("WebAuthn.enable");
  const addDevice = (transport: "internal" | "usb") =>
    devices.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport,
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
  const { authenticatorId } = await addDevice("internal");
  const email = createStaff("Rep with a passkey");

  await signInAs(email);
  await page.getByRole("button", { name: "Create a passkey" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Recovery codes");
  await page.getByRole("link", { name: "Not now" }).click();
  await expect(page).toHaveURL(/\/moderation$/);
  await signOut(page);

  await signInAs(email);
  await expectNoViolations(page);
  await devices.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await page.getByRole("button", { name: "Use my passkey" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Your browser did not send a passkey" })).toBeVisible();
  await devices.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });
  await page.getByRole("button", { name: "Use my passkey" }).click();
  await expect(page).toHaveURL(/\/moderation$/);

  await page.goto("/sign-in/second-step/set-up");
  await expect(page.getByRole("button", { name: "Remove" })).toHaveCount(0);
  await page.getByRole("button", { name: "Add another passkey" }).click();
  await expect(page.getByText("This device already has a passkey here.")).toBeVisible();
  await devices.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
  await addDevice("usb");
  await page.getByRole("button", { name: "Add another passkey" }).click();
  await expect(page.getByRole("button", { name: "Remove" })).toHaveCount(2);
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Remove" }).first().click();
  await expect(page.getByRole("button", { name: "Remove" })).toHaveCount(0);
  await expect(page.getByText("A passkey that you added on")).toHaveCount(1);
});
