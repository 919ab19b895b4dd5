# One precompiled header for every room and test. What uses it is compiled as position-independent as the header itself is.
add_library(relaydesk_precompiled OBJECT "${CMAKE_SOURCE_DIR}/cmake/precompiled.cpp")
target_link_libraries(relaydesk_precompiled PRIVATE relaydesk_options tl::expected Qt6::Core)
target_precompile_headers(relaydesk_precompiled PRIVATE "${CMAKE_SOURCE_DIR}/cmake/precompiled.h")

function(relaydesk_precompile target)
  target_precompile_headers(${target} REUSE_FROM relaydesk_precompiled)
  target_compile_options(${target} PRIVATE -fPIC)
endfunction()

# relaydesk_room(models/domain LINKS Qt6::Core …): the folder's sources become the static library relaydesk_models_domain.
# A room links only what it may include; docs/ARCHITECTURE.md holds the table and the ctest "architecture" checks the includes.
function(relaydesk_room folder)
  cmake_parse_arguments(ROOM "" "" "LINKS" ${ARGN})
  string(REPLACE "/" "_" name "${folder}")
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${folder}/*.cpp" "${CMAKE_SOURCE_DIR}/${folder}/*.h")
  if(NOT sources)
    add_library(relaydesk_${name} INTERFACE)
    target_link_libraries(relaydesk_${name} INTERFACE relaydesk_options tl::expected ${ROOM_LINKS})
    return()
  endif()
  add_library(relaydesk_${name} STATIC ${sources})
  target_link_libraries(relaydesk_${name} PUBLIC relaydesk_options tl::expected ${ROOM_LINKS})
  relaydesk_precompile(relaydesk_${name})
endfunction()

# relaydesk_tests(tests/app/storage LINKS relaydesk_app_storage …): every *_test.cpp of the folder is a program and a ctest of its own.
function(relaydesk_tests folder)
  cmake_parse_arguments(TESTS "" "" "LINKS;LABELS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${folder}/*_test.cpp")
  foreach(source IN LISTS sources)
    get_filename_component(name "${source}" NAME_WE)
    add_executable(${name} "${source}")
    target_link_libraries(${name} PRIVATE relaydesk_options Qt6::Test ${TESTS_LINKS})
    relaydesk_precompile(${name})
    add_test(NAME ${name} COMMAND ${name})
    # 77 is the code a test ends with when something it needs (the encoder's weights) cannot be had: skipped, never passed.
    set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 300
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;RELAYDESK_KEYCHAIN=off;RELAYDESK_BINARY=$<TARGET_FILE_DIR:${name}>/relaydesk")
    if(TESTS_LABELS)
      set_tests_properties(${name} PROPERTIES LABELS "${TESTS_LABELS}")
    endif()
  endforeach()
endfunction()
