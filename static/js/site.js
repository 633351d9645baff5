// What every page has beside its text.
import { keepForOffline } from "./offline.js";
import { wireTabs } from "./tabs.js";
import { followContents } from "./toc.js";

followContents();
wireTabs();
keepForOffline();
