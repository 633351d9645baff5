//! The engine's face to the browser. It only translates: a program in, JSON out.
