//! The site as Chromium shows it: one file for each thing that must hold.

mod charts;
mod choices;
mod endurance;
mod everyone;
mod faults;
mod filters;
mod folders;
mod keyboard;
mod large;
mod many;
mod navigation;
mod offline;
mod one_file;
mod pages;
mod panics;
mod parts;
mod ranges;
mod root;
mod states;
mod still;
mod strict;
mod take_over;
mod taking;
mod turns;
mod versions;
mod without_program;
