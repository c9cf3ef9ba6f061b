import { bind } from "./toggles.js";

bind(document);
