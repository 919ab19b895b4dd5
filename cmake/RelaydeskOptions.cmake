# The flags every room is built with: one interface target, linked by all.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(RELAYDESK_WARNINGS_AS_ERRORS "Warnings end the build" OFF)
option(RELAYDESK_SANITIZE "Build with address and undefined-behaviour sanitizers" OFF)

option(RELAYDESK_FUZZ "Build for libFuzzer, with the sanitizers (needs clang; see script/fuzz)" OFF)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

find_program(RELAYDESK_CCACHE ccache)
if(RELAYDESK_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime "${RELAYDESK_CCACHE}")
endif()

add_library(relaydesk_options INTERFACE)
target_include_directories(relaydesk_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(relaydesk_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS RELAYDESK_VERSION="${PROJECT_VERSION}")
target_compile_options(relaydesk_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Wsuggest-override
  -Wno-missing-field-initializers # designated initialisers leave out what keeps its default
  -fno-math-errno -Winvalid-pch
  $<$<BOOL:${RELAYDESK_WARNINGS_AS_ERRORS}>:-Werror>)
if(RELAYDESK_CPU AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_compile_options(relaydesk_options INTERFACE -march=${RELAYDESK_CPU})
endif()
if(RELAYDESK_SANITIZE)
  target_compile_options(relaydesk_options INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  target_link_options(relaydesk_options INTERFACE -fsanitize=address,undefined)
endif()
if(RELAYDESK_FUZZ)
  target_compile_options(relaydesk_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined)
  target_link_options(relaydesk_options INTERFACE -fsanitize=address,undefined)
endif()
