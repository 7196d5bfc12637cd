/** The build takes a style sheet into the page. */
declare module "*.css";
