//! Prepares the window: lists every command, so that none is open to a window that was not given it.

fn main() {
    // The screens are built into the program.
    println!("cargo::rerun-if-changed=../ui/dist");
    println!("cargo::rerun-if-changed=src/commands/names.txt");
    let commands = include_str!("src/commands/names.txt");
    let names: Vec<&'static str> = commands.lines().filter(|line| !line.is_empty()).collect();
    let manifest = tauri_build::AppManifest::new().commands(Box::leak(names.into_boxed_slice()));
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        println!("cargo::error={error:#}");
    }
}
