export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-20 focus:rounded-md focus:bg-card focus:px-4 focus:py-3 focus:font-semibold focus:text-link"
    >
      Skip to the main content
    </a>
  );
}
