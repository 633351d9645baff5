// Has the site kept for reading without a network, once the page has nothing better to do.
import { scriptUrl } from "./trusted.js";

/** Registers the service worker that the page names; without one there is nothing to do. */
export function keepForOffline() {
  const url = document.documentElement.dataset.offline;
  if (!url || !("serviceWorker" in navigator)) return;
  const register = () => {
    // A private window may refuse; the page works all the same.
    navigator.serviceWorker.register(scriptUrl(url)).catch(() => {});
  };
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}
