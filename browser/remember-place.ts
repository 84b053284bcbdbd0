import { rememberFoundPlace } from "@/browser/found-place";

// Bundled into public/browser/remember-place.js, for the page of a place.
rememberFoundPlace(document.currentScript);
